package org.echoppe.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium that is installed here, driven as a shopper would; every complaint of its console is kept. */
public final class Chromium implements AutoCloseable {
    /** What the console, the pages' scripts and refused requests said. */
    public final List<String> complaints = new ArrayList<>();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        // a machine that runs other things besides, as CI does, needs longer than Playwright's five seconds
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")));
    }

    /** Skips the test where there is no Chromium, unless it is CI: there that is a failure. */
    public static Chromium start() {
        var program = program();
        if (program.isEmpty()) {
            String reason = "no Chromium here: apt-get install chromium";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(reason);
            }
            Assumptions.abort(reason);
        }
        return new Chromium(program.get());
    }

    /** Where it is installed. */
    static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window so wide, with nothing remembered from another. */
    public Page window(int width, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale("fr-FR")
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(scripts));
        var page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> complaints.add("failed: " + request.url()));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
