package org.echoppe.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.echoppe.domain.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    private static InetAddress ip(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "2002:5db8:d822::1"})
    void theInternetIsPublic(String address) {
        assertThat(AddressRule.isPublic(ip(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "64:ff9b::a00:1",
                "2002:c0a8:101::1",
                "::ffff:10.0.0.1"
            })
    void theseAreNot(String address) {
        assertThat(AddressRule.isPublic(ip(address))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, 93.184.216.99, true",
        "93.184.216.34, 192.168.1.7, false",
        "93.184.216.34, 127.0.0.1, false",
        "192.168.1.9, 192.168.1.7, true",
        "192.168.1.9, 192.168.2.7, false",
        "192.168.1.9, 127.0.0.1, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 192.168.1.7, true",
        "::1, 127.0.0.1, true",
        "fd00::1, fd00::2, true",
        "fd00::1, fd01::2, false",
        "192.168.1.9, 0.0.0.0, false"
    })
    void aPrivateAddressMayBeNamedFromInsideAlone(String from, String named, boolean allowed) {
        assertThat(AddressRule.mayName(ip(from), ip(named))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example:1",
                "https://a.example:1/x",
                "https://u@a.example:1",
                "https://a.example:1?x",
                "https://a.example:70000",
                "https://a.example:0",
                "a.example",
                "https://",
                "ftp://a.example",
                "https://a b"
            })
    void anEndpointIsHttpsWithNothingBehindThePort(String url) {
        assertThat(Endpoint.parse(url)).isEmpty();
    }

    @Test
    void aPersonMayLeaveOutWhatIsUsual() {
        assertThat(Endpoint.typed(" boulangerie.example ").url()).isEqualTo("https://boulangerie.example:8444");
        assertThat(Endpoint.typed("192.168.1.7:9000").url()).isEqualTo("https://192.168.1.7:9000");
        assertThat(Endpoint.typed("https://[fd00::1]:8444/").host()).isEqualTo("fd00::1");
        assertThatThrownBy(() -> Endpoint.typed("http://boulangerie.example")).isInstanceOf(Rejected.class);
        assertThat(Endpoint.typed("caisse:8444").url()).isEqualTo("https://caisse:8444");
        assertThat(Endpoint.typed("localhost").url()).isEqualTo("https://localhost:8444");
        for (var slip : new String[] {"", "nonsense", "deux mots", "fromagerie.", ".fr", "a.example/page", "-"}) {
            assertThatThrownBy(() -> Endpoint.typed(slip)).as(slip).isInstanceOf(Rejected.class);
        }
    }

    @Test
    void aNameOfAPrivateAddressIsDialledOnlyWhenTheOperatorGaveIt() throws PeerFailed {
        var local = java.util.List.of(new Endpoint("localhost", 1));
        assertThat(Doors.of(local, true)).isNotEmpty();
        assertThatThrownBy(() -> Doors.of(local, false)).isInstanceOf(PeerFailed.class);
    }

    @Test
    void aNameThatAPeerAddedToATypedAddressIsAStrangersName() throws PeerFailed {
        var typed = new Endpoint("93.184.216.34", 1);
        assertThat(Doors.of(java.util.List.of(typed, new Endpoint("localhost", 1)), true))
                .containsExactly(typed);
    }
}
