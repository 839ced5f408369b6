package org.echoppe.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import org.echoppe.domain.Did;
import org.echoppe.domain.Sha256;
import org.echoppe.guard.AddressPrefix;
import org.echoppe.store.MailBearer;

/**
 * Tells the bearers of envelopes apart without writing down who they are: the salt is in memory alone, so after a restart
 * nobody can tell who brought what waits.
 */
final class Marks {
    private static final int LENGTH = 16;

    private final byte[] salt;

    /** @param salt random, and told nobody */
    Marks(byte[] salt) {
        this.salt = salt.clone();
    }

    MailBearer shopper(AddressPrefix network) {
        return new MailBearer(null, mark(network.text()));
    }

    MailBearer peer(Did sender, AddressPrefix network) {
        return new MailBearer(mark(sender.value()), mark(network.text()));
    }

    private String mark(String who) {
        byte[] name = who.getBytes(UTF_8);
        byte[] both = Arrays.copyOf(salt, salt.length + name.length);
        System.arraycopy(name, 0, both, salt.length, name.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(both), LENGTH));
    }
}
