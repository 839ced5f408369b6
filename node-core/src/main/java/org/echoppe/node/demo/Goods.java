package org.echoppe.node.demo;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.echoppe.catalogue.ImportProgress;
import org.echoppe.catalogue.ProductKey;
import org.echoppe.catalogue.ShopField;
import org.echoppe.catalogue.Spreadsheet;
import org.echoppe.media.Pictures;
import org.echoppe.node.Node;
import org.echoppe.records.Blob;
import org.echoppe.records.Image;

/** What one shop of the demo street is and sells: a properties file and a spreadsheet, read by the importer that shopkeepers use. */
record Goods(String shop) {
    private static final String JPEG = "image/jpeg";

    static Goods of(String shop) {
        return new Goods(shop);
    }

    /** Makes the shop and publishes its goods, each with its drawing. */
    void bring(Node node) throws IOException {
        node.catalogue().shop().init(profile());
        Path file = Files.createTempFile("echoppe", ".csv");
        try {
            Files.write(file, resource(".csv").readAllBytes());
            var importer = node.importer();
            var sheet = importer.open(file);
            var plan = importer.plan(sheet, importer.guess(sheet), ProductKey.SKU, ImportProgress.NONE);
            importer.accept(plan, ImportProgress.NONE);
            hangPictures(node, sheet);
        } finally {
            Files.delete(file);
        }
        node.publisher().publishNow();
    }

    private EnumMap<ShopField, String> profile() throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(resource(".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var profile = new EnumMap<ShopField, String>(ShopField.class);
        properties.forEach((name, text) -> profile.put(ShopField.of(name.toString()), text.toString()));
        return profile;
    }

    private static void hangPictures(Node node, Spreadsheet sheet) {
        int sku = sheet.header().indexOf("sku");
        int name = sheet.header().indexOf("name");
        int drawing = sheet.header().indexOf("drawing");
        int colour = sheet.header().indexOf("colour");
        for (var row : sheet.rows()) {
            var cells = row.cells();
            var picture = Drawing.valueOf(cells.get(drawing)).paint(new Color(Integer.parseInt(cells.get(colour), 16)));
            byte[] bytes = Pictures.drawn(picture);
            var blob = new Blob(node.blobs().put(bytes), JPEG, bytes.length);
            var image = new Image(blob, cells.get(name), picture.getWidth(), picture.getHeight());
            var product = node.catalogue().find(cells.get(sku)).orElseThrow();
            node.catalogue().picture(product.key(), List.of(image));
        }
    }

    private InputStream resource(String ending) {
        return Objects.requireNonNull(Goods.class.getResourceAsStream(shop + ending), shop + ending);
    }
}
