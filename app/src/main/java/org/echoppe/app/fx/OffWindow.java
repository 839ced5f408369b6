package org.echoppe.app.fx;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javafx.application.Platform;

/** Keeps the node's work off the window's thread: with assertions on, as in every test, a call from there throws. */
public final class OffWindow {
    private OffWindow() {}

    /** {@code desk} itself, watched. */
    public static <T> T guard(Class<T> kind, T desk) {
        return kind.cast(
                Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    assert !Platform.isFxApplicationThread()
                            : kind.getSimpleName() + "." + method.getName()
                                    + " would stop the window: call it through Background";
                    return call(desk, method, arguments);
                }));
    }

    private static Object call(Object desk, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(desk, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
