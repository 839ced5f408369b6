package org.echoppe.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeoutException;
import org.echoppe.app.fx.OffWindow;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A test catches whoever makes the window wait for the node. */
class OffWindowTest {
    @Test
    void aDeskAskedOnTheWindowsThreadThrows() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var status = new ShopStatus(java.util.List.of(), false, true, false, 0, 0, null, null);
        var desk = OffWindow.guard(StatusDesk.class, () -> status);
        assertThat(desk.status()).isEqualTo(status);
        assertThatThrownBy(() -> WaitForAsyncUtils.waitForAsyncFx(5_000, desk::status))
                .hasStackTraceContaining("would stop the window");
    }
}
