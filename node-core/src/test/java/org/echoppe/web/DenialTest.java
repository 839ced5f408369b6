package org.echoppe.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.echoppe.domain.Cid;
import org.echoppe.domain.Did;
import org.echoppe.domain.Money;
import org.echoppe.domain.RecordKey;
import org.echoppe.peers.PeerAddress;
import org.echoppe.peers.PeerBook;
import org.echoppe.peers.PeerClient;
import org.echoppe.peers.PeerFailed;
import org.echoppe.peers.WaitingAgenda;
import org.echoppe.records.Blob;
import org.echoppe.records.Geo;
import org.echoppe.records.Image;
import org.echoppe.records.ProductRecord;
import org.echoppe.records.ShopProfile;
import org.echoppe.replicas.PictureFetch;
import org.echoppe.repo.Collections;
import org.echoppe.repo.DagCbor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keeper denies is in no answer, from the next one on; what is denied no more comes back. */
class DenialTest {
    private static final String FORBIDDEN = "Bougie interdite";

    @TempDir
    Path home;

    private final FakeShop alma = new FakeShop(profile("Chez Alma"));
    private final FakeShop jo = new FakeShop(profile("Chez Jo"));
    private RecordKey forbidden;
    private RecordKey copy;
    private FakeWeb web;

    @BeforeEach
    void open() {
        web = new FakeWeb(home);
        forbidden = alma.add(candle(FORBIDDEN), FakeWeb.NOW.minusSeconds(900));
        alma.add(candle("Bougie permise"), FakeWeb.NOW.minusSeconds(800));
        copy = jo.add(candle("Bougie de Jo"), FakeWeb.NOW.minusSeconds(700));
        web.market.publish(alma, FakeWeb.NOW.minusSeconds(10));
        web.market.publish(jo, FakeWeb.NOW.minusSeconds(10));
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static ShopProfile profile(String name) {
        return ShopProfile.blank()
                .withName(name)
                .withLang("fr")
                .withCurrency(Money.EUR)
                .withGeo(new Geo(45_766_000, 4_834_000));
    }

    private static ProductRecord candle(String name) {
        return FakeMarket.product(name, "Maison > Bougies", 450);
    }

    private void deny(String... lines) {
        try {
            Files.write(home.resolve("blocked.deny"), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cid cid(FakeShop shop, String key) {
        return Optional.ofNullable(shop.records().get(key)).orElseThrow().cid();
    }

    private String product() {
        return key(forbidden);
    }

    private static String key(RecordKey rkey) {
        return Collections.keyOf(Collections.PRODUCT, rkey);
    }

    /** All that anybody can ask, as text by address. */
    private Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        for (String path : List.of(
                "/fr/",
                "/fr/search?q=bougie",
                "/fr/shops",
                "/fr/shops/" + alma.did(),
                "/fr/shops/" + jo.did(),
                "/fr/shops/" + alma.did() + "/" + forbidden,
                "/fr/shops/" + alma.did() + "/news.atom",
                "/fr/shops/" + alma.did() + "/products.csv",
                "/fr/shops/" + alma.did() + "/products.xml",
                "/sitemap.xml",
                "/sitemap/" + alma.did() + "/1.xml",
                "/api/v1/listings?q=bougie",
                "/api/v1/listings/" + alma.did() + "/" + forbidden,
                "/api/v1/merchants",
                "/api/v1/merchants/" + alma.did(),
                "/api/v1/merchants/" + alma.did() + "/handover",
                "/api/v1/suggest?q=interd",
                "/api/v1/suggest?q=alma",
                "/proof/" + alma.did() + "/" + forbidden)) {
            answers.put(path, web.get(path).body());
        }
        return answers;
    }

    private void nowhere(String text) {
        answers().forEach((path, answer) -> {
            String words = answer.replace(path, "").replace("?q=interd", "").replace("?q=alma", "");
            assertThat(words).as(path).doesNotContain(text);
        });
    }

    private int found() {
        var answer = web.json("/api/v1/listings?q=bougie");
        assertThat(answer.get("listings").size()).isEqualTo(answer.get("total").asInt());
        return answer.get("total").asInt();
    }

    @Test
    void aDeniedRecordIsInNoAnswerUntilTheDenialIsLifted() {
        answers().values().forEach(answer -> assertThat(answer).isNotEmpty());
        for (String rule : List.of("/ipfs/" + cid(alma, product()), "at://" + alma.did() + "/" + product())) {
            assertThat(found()).isEqualTo(3);
            assertThat(web.get("/fr/").body()).contains(FORBIDDEN, "3 articles");
            deny(rule);
            nowhere(FORBIDDEN);
            assertThat(found()).isEqualTo(2);
            assertThat(web.get("/fr/").body()).contains("2 articles");
            assertThat(web.json("/api/v1/merchants/" + alma.did())
                            .get("products")
                            .asInt())
                    .isOne();
            assertThat(web.get("/fr/shops/" + alma.did() + "/" + forbidden).statusCode())
                    .isEqualTo(410);
            deny(rule + " gateway_status=451");
            var gone = web.get("/fr/shops/" + alma.did() + "/" + forbidden);
            assertThat(gone.statusCode()).isEqualTo(451);
            assertThat(gone.body()).contains("La loi");
            assertThat(found()).isEqualTo(2);
            deny();
        }
        assertThat(found()).isEqualTo(3);
        assertThat(web.get("/fr/shops/" + alma.did() + "/products.csv").body()).contains(FORBIDDEN);
    }

    @Test
    void aDeniedShopIsGoneWithAllItsGoods() {
        String profile = Collections.keyOf(Collections.PROFILE, RecordKey.SELF);
        for (String rule : List.of("at://" + alma.did(), "/ipfs/" + cid(alma, profile))) {
            deny(rule);
            nowhere("Bougie permise");
            nowhere("Chez Alma");
            assertThat(found()).isOne();
            assertThat(web.market.listings.merchantCount()).isOne();
            for (String gone : List.of(
                    "/fr/shops/" + alma.did() + "/products.csv",
                    "/fr/shops/" + alma.did() + "/news.atom",
                    "/sitemap/" + alma.did() + "/1.xml",
                    "/api/v1/merchants/" + alma.did(),
                    "/api/v1/merchants/" + alma.did() + "/handover")) {
                assertThat(web.get(gone).statusCode()).as(gone).isEqualTo(410);
            }
            deny();
            assertThat(found()).isEqualTo(3);
            assertThat(web.get("/fr/shops").body()).contains("Chez Alma");
        }
    }

    @Test
    void aNameIsDeniedInEveryVersionAndABlockInEveryShop() {
        var copied = Optional.ofNullable(jo.records().get(key(copy))).orElseThrow();
        deny("at://" + alma.did() + "/" + product(), "/ipfs/" + copied.cid());
        alma.records().put(product(), DagCbor.block(candle(FORBIDDEN + " bis").toFields()));
        alma.records().put(key(new RecordKey("copie")), copied);
        web.market.publish(alma, FakeWeb.NOW);
        nowhere(FORBIDDEN);
        nowhere("Bougie de Jo");
        assertThat(found()).isOne();
        deny();
        assertThat(found()).isEqualTo(4);
    }

    @Test
    void whatIsLiftedWhileTheNodeIsOffIsThereAfterTheStart() {
        deny("/ipfs/" + cid(alma, product()));
        assertThat(found()).isEqualTo(2);
        web.close();
        web = new FakeWeb(home);
        web.market.catchUpAll();
        assertThat(found()).as("still denied").isEqualTo(2);
        web.close();
        deny();
        web = new FakeWeb(home);
        web.market.catchUpAll();
        assertThat(found()).isEqualTo(3);
        web.close();
        deny("/ipfs/" + cid(alma, product()));
        web = new FakeWeb(home);
        assertThat(found()).as("denied while it was off").isEqualTo(2);
    }

    @Test
    void aShopWhoseDenialCouldNotBeWrittenComesBackWithoutWhatIsDenied() throws IOException {
        web.market.endTheIndexWriter();
        var aside = Files.move(home.resolve("index"), home.resolve("aside"));
        var inTheWay = Files.createFile(home.resolve("index"));
        deny("/ipfs/" + cid(alma, product()));
        web.get("/fr/search?q=bougie");
        nowhere(FORBIDDEN);
        assertThat(found()).as("better no goods of a shop than denied ones").isOne();
        Files.delete(inTheWay);
        Files.move(aside, home.resolve("index"));
        web.market.publish(jo, FakeWeb.NOW);
        web.market.catchUpBehind();
        nowhere(FORBIDDEN);
        assertThat(found()).isEqualTo(2);
    }

    private Image picture(int seed) {
        byte[] bytes = ("picture " + seed).getBytes(StandardCharsets.UTF_8);
        return new Image(new Blob(Cid.of(Cid.Codec.RAW, bytes), "image/jpeg", bytes.length), "", 60, 40);
    }

    @Test
    void aDeniedPictureIsAskedOfNobodyUntilTheDenialIsLifted() {
        var denied = picture(1);
        var other = picture(2);
        alma.add(candle("Bougie peinte").withImages(List.of(denied, other)), FakeWeb.NOW.minusSeconds(600));
        web.market.publish(alma, FakeWeb.NOW);
        deny("/ipfs/" + denied.blob().ref());
        var asked = new LinkedHashSet<Object>();
        var holder = new PeerAddress(jo.did(), List.of(), false);
        var agenda = new WaitingAgenda();
        var fetch = new PictureFetch(
                lonely(asked),
                new PeerBook() {
                    @Override
                    public List<PeerAddress> reachable() {
                        return List.of(holder);
                    }

                    @Override
                    public Optional<PeerAddress> find(Did did) {
                        return Optional.empty();
                    }
                },
                web.store,
                web.market.listings.shown(),
                web.blobs,
                jo.did(),
                _ -> true,
                agenda);
        fetch.want(alma.did(), denied.blob().ref());
        assertThat(agenda.size()).isZero();
        fetch.lookAfter(alma.did());
        agenda.runNext();
        assertThat(asked).containsExactly(other.blob().ref());
        deny();
        fetch.lookAfter(alma.did());
        agenda.runNext();
        assertThat(asked).containsExactly(other.blob().ref(), denied.blob().ref());
    }

    /** Peers that have nothing: what they were asked for is noted. */
    private static PeerClient lonely(Set<Object> asked) {
        return (PeerClient) Proxy.newProxyInstance(
                PeerClient.class.getClassLoader(), new Class<?>[] {PeerClient.class}, (_, _, arguments) -> {
                    asked.add(arguments[1]);
                    throw new PeerFailed(PeerFailed.Kind.NOT_HELD, "nothing is here");
                });
    }
}
