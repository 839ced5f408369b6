package org.echoppe.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.echoppe.domain.Did;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.records.Mailbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeConfigTest {
    @TempDir
    Path home;

    @Test
    void bothPortsAreOnLoopbackUntilSomebodyChoosesOtherwise() {
        var config = NodeConfig.load(home, Map.of(), Map.of());
        assertThat(config.bind().isLoopbackAddress()).isTrue();
        assertThat(config.webPort()).isEqualTo(8443);
        assertThat(config.peerPort()).isEqualTo(8444);
    }

    @Test
    void anOptionWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Files.writeString(home.resolve(NodeConfig.FILE), "web-port = 1\npeer-port = 1\nbind = 127.0.0.3\n");
        var config = NodeConfig.load(
                home, Map.of("ECHOPPE_WEB_PORT", "2", "ECHOPPE_PEER_PORT", "2"), Map.of("web-port", "3"));
        assertThat(config.webPort()).isEqualTo(3);
        assertThat(config.peerPort()).isEqualTo(2);
        assertThat(config.bind().getHostAddress()).isEqualTo("127.0.0.3");
    }

    @Test
    void theOwnNetworkIsToldOfAShopUnlessItsKeeperSaysNo() {
        assertThat(NodeConfig.load(home, Map.of(), Map.of()).announceOnLan()).isTrue();
        assertThat(NodeConfig.load(home, Map.of("ECHOPPE_ANNOUNCE_ON_LAN", "false"), Map.of())
                        .announceOnLan())
                .isFalse();
    }

    @Test
    void everyWrongKeyIsNamedAtOnce() throws IOException {
        Files.writeString(home.resolve(NodeConfig.FILE), "web-prot = 1\n");
        var options = Map.of("web-port", "many", "peer-port", "70000", "web-http", "yes", "web-cert", "/no/such.pem");
        assertThatThrownBy(() -> NodeConfig.load(home, Map.of(), options))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Problem::field)
                                .containsExactlyInAnyOrder(
                                        "web-prot", "web-port", "peer-port", "web-http", "web-cert", "web-key"));
    }

    @Test
    void plainHttpIsRefusedWhereOthersCouldReachIt() {
        assertThatThrownBy(() -> NodeConfig.load(home, Map.of(), Map.of("web-http", "true", "bind", "0.0.0.0")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void whoseMailIsKeptAndWhoKeepsTheOwnIsReadOrNamedAsWrong() {
        var did = new Did("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");
        var none = NodeConfig.load(home, Map.of(), Map.of()).mail();
        assertThat(none.keeps(did, _ -> true)).isFalse();
        assertThat(none.mailboxes()).isEmpty();
        var mail = NodeConfig.load(
                        home,
                        Map.of("ECHOPPE_KEEP_MAIL", "followed, " + did),
                        Map.of("mailbox", "https://192.0.2.7:8444#" + did))
                .mail();
        assertThat(mail.keeps(did, _ -> false)).isTrue();
        assertThat(mail.keepsFollowed()).isTrue();
        assertThat(mail.mailboxes()).containsExactly(new Mailbox(did, List.of("https://192.0.2.7:8444")));
        assertThatThrownBy(() -> NodeConfig.load(home, Map.of(), Map.of("keep-mail", "all", "mailbox", "mirror")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(Problem::field)
                                .containsExactlyInAnyOrder("keep-mail", "mailbox"));
    }

    private List<Fault> noticeFaults(Path file) {
        try {
            NodeConfig.load(home, Map.of(), Map.of("keeper-notice", file.toString()));
            return List.of();
        } catch (Rejected e) {
            assertThat(e.problems()).extracting(Problem::field).containsOnly("keeper-notice");
            return e.problems().stream().map(Problem::fault).toList();
        }
    }

    @Test
    void whoKeepsTheNodeIsReadFromATextFileOrSaidToBeUnreadable() throws IOException {
        assertThat(NodeConfig.load(home, Map.of(), Map.of()).keeperNotice()).isEmpty();
        var file = home.resolve("notice.txt");
        Files.writeString(file, "\ufeffAssociation Le Relais\r\n1 rue Neuve, Lyon\n");
        assertThat(NodeConfig.load(home, Map.of("ECHOPPE_KEEPER_NOTICE", file.toString()), Map.of())
                        .keeperNotice())
                .isEqualTo("Association Le Relais\n1 rue Neuve, Lyon");
        assertThat(noticeFaults(home.resolve("absent.txt"))).containsExactly(Fault.FILE_UNREADABLE);
        assertThat(noticeFaults(home)).containsExactly(Fault.FILE_UNREADABLE);
        Files.write(file, "théâtre".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(noticeFaults(file)).containsExactly(Fault.FILE_NOT_UTF8);
        Files.writeString(file, "bip \u0007");
        assertThat(noticeFaults(file)).containsExactly(Fault.ILLEGAL_TEXT);
        Files.writeString(file, "é".repeat(10_000));
        assertThat(noticeFaults(file)).isEmpty();
        Files.writeString(file, "é".repeat(10_001));
        assertThat(noticeFaults(file)).containsExactly(Fault.TOO_LONG);
    }

    @Test
    void theHomeFolderIsWhereEachSystemMeansItToBe() {
        assertThat(HomeFolder.of(Map.of(), Map.of("os.name", "Linux", "user.home", "/home/a")))
                .isEqualTo(Path.of("/home/a/.local/share/echoppe"));
        assertThat(HomeFolder.of(Map.of("XDG_DATA_HOME", "/data"), Map.of("os.name", "Linux", "user.home", "/home/a")))
                .isEqualTo(Path.of("/data/echoppe"));
        assertThat(HomeFolder.of(Map.of(), Map.of("os.name", "Mac OS X", "user.home", "/Users/a")))
                .isEqualTo(Path.of("/Users/a/Library/Application Support/Echoppe"));
        assertThat(HomeFolder.of(
                        Map.of("APPDATA", "/roaming"), Map.of("os.name", "Windows 11", "user.home", "/Users/a")))
                .isEqualTo(Path.of("/roaming/Echoppe"));
        assertThat(HomeFolder.of(Map.of("ECHOPPE_HOME", "/mine"), Map.of("os.name", "Linux", "user.home", "/home/a")))
                .isEqualTo(Path.of("/mine"));
    }
}
