package org.echoppe.node.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echoppe.catalogue.ShopField;
import org.echoppe.catalogue.ShopSign;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Language;
import org.echoppe.domain.Problem;
import org.echoppe.domain.Rejected;
import org.echoppe.identity.Fingerprint;
import org.echoppe.node.Node;
import org.echoppe.repo.IpldJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code echoppe shop}: the shop itself. */
@Command(
        name = "shop",
        subcommands = {
            ShopCommands.Init.class,
            ShopCommands.Show.class,
            ShopCommands.Set.class,
            ShopCommands.Sign.class,
            ShopCommands.Redate.class
        })
final class ShopCommands {
    /** {@code shop init}; its options are the fields of a shop. */
    @Command(name = "init")
    static final class Init extends FieldsCommand {
        @Override
        Map<String, String> labels(Language language) {
            var labels = new LinkedHashMap<String, String>();
            for (var field : ShopField.values()) {
                labels.put(field.key(), field.label(language));
            }
            return labels;
        }

        @Override
        int run(Node node, Session session) {
            var texts = new EnumMap<ShopField, String>(ShopField.class);
            for (var field : ShopField.values()) {
                var given = given(field.key());
                if (given != null) {
                    texts.put(field, given);
                }
            }
            var profile = node.catalogue().shop().init(texts);
            Publishing.afterSaving(node, session);
            var did = node.identity().did();
            if (session.json()) {
                var answer = new LinkedHashMap<String, Object>();
                answer.put("did", did.value());
                answer.put("fingerprint", Fingerprint.of(did).text());
                answer.put("profile", IpldJson.of(profile.toFields()));
                session.answer(answer);
            } else {
                session.say(
                        "shop.made",
                        profile.name(),
                        did.value(),
                        Fingerprint.of(did).text());
            }
            return Exit.DONE;
        }
    }

    /** {@code shop show}. */
    @Command(name = "show")
    static final class Show extends NodeCommand {
        @Override
        int run(Node node, Session session) {
            var shop = node.catalogue().shop();
            var fields = shop.show(session.language());
            if (session.json()) {
                var texts = new LinkedHashMap<String, String>();
                fields.forEach((field, text) -> texts.put(field.key(), text));
                var answer = new LinkedHashMap<String, Object>();
                answer.put("did", node.identity().did().value());
                answer.put("fields", texts);
                shop.profile().ifPresent(profile -> answer.put("profile", IpldJson.of(profile.toFields())));
                session.answer(answer);
            } else {
                var table = new Table();
                fields.forEach((field, text) -> table.row(field.key(), text));
                table.print(session.output());
            }
            return Exit.DONE;
        }
    }

    /** {@code shop set NAME=VALUE …}. */
    @Command(name = "set")
    static final class Set extends NodeCommand {
        @Parameters(paramLabel = "NAME=VALUE", descriptionKey = "shop.setting", arity = "1..*")
        List<String> settings = List.of();

        @Override
        int run(Node node, Session session) {
            var profile = node.catalogue().shop().set(texts());
            Publishing.afterSaving(node, session);
            if (session.json()) {
                session.answer(IpldJson.of(profile.toFields()));
            } else {
                session.say("shop.changed", profile.name());
            }
            return Exit.DONE;
        }

        private Map<ShopField, String> texts() {
            var texts = new EnumMap<ShopField, String>(ShopField.class);
            var problems = new ArrayList<Problem>();
            for (var setting : settings) {
                int equals = setting.indexOf('=');
                var name = equals < 0 ? setting : setting.substring(0, equals);
                try {
                    var field = ShopField.of(name);
                    if (equals < 0) {
                        problems.add(Problem.of(field.key(), Fault.REQUIRED));
                    }
                    texts.put(field, setting.substring(equals + 1));
                } catch (Rejected unknown) {
                    problems.addAll(unknown.problems());
                }
            }
            if (!problems.isEmpty()) {
                throw new Rejected(problems);
            }
            return texts;
        }
    }

    /** {@code shop sign FILE}, {@code shop sign --remove}. */
    @Command(name = "sign")
    static final class Sign extends NodeCommand {
        @Parameters(paramLabel = "FILE", descriptionKey = "file.read", arity = "0..1")
        String file = "";

        @Option(names = "--remove")
        boolean remove;

        @Override
        int run(Node node, Session session) {
            var sign = new ShopSign(node.catalogue().shop(), node.blobs());
            if (remove) {
                sign.takeDown();
            } else if (file.isEmpty()) {
                throw new Rejected(List.of(Problem.of("FILE", Fault.REQUIRED)));
            } else {
                sign.hang(session.file(file));
            }
            Publishing.afterSaving(node, session);
            var profile = node.catalogue().shop().profile().orElseThrow();
            if (session.json()) {
                session.answer(IpldJson.of(profile.toFields()));
            } else {
                session.say("shop.changed", profile.name());
            }
            return Exit.DONE;
        }
    }

    /** {@code shop redate}: the way out after the clock was ahead. */
    @Command(name = "redate")
    static final class Redate extends NodeCommand {
        @Override
        int run(Node node, Session session) {
            var rev = node.publisher().redate().map(commit -> commit.rev().value());
            if (session.json()) {
                session.answer(rev.map(value -> Map.of("rev", value)).orElse(Map.of()));
            } else {
                session.say(rev.isPresent() ? "shop.redated" : "shop.notAhead");
            }
            return Exit.DONE;
        }
    }
}
