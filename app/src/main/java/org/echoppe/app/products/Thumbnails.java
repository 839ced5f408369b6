package org.echoppe.app.products;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.echoppe.app.fx.Background;

/** Small pictures of products, fetched once and kept while they are looked at. For the window's thread. */
final class Thumbnails {
    private static final int KEPT = 300;

    /** Pixels: twice what a row shows, for screens of fine grain. */
    private static final int SIZE = 96;

    private final ProductDesk desk;
    private final Background background;
    private final Map<String, Optional<Image>> pictures = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Image>> eldest) {
            return size() > KEPT;
        }
    };

    Thumbnails(ProductDesk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    static Image image(byte[] bytes) {
        return new Image(new ByteArrayInputStream(bytes));
    }

    /** Gives the picture now, or once it is here; nothing where there is none. */
    void show(String picture, Consumer<Image> then) {
        var known = pictures.get(picture);
        if (known != null) {
            known.ifPresent(then);
            return;
        }
        background.run(
                () -> desk.thumbnail(picture)
                        .map(bytes -> new Image(new ByteArrayInputStream(bytes), SIZE, SIZE, true, true)),
                image -> {
                    pictures.put(picture, image);
                    image.ifPresent(then);
                },
                trouble -> pictures.put(picture, Optional.empty()));
    }
}
