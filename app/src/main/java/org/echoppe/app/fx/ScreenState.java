package org.echoppe.app.fx;

/** Which of its four faces a screen shows. */
public sealed interface ScreenState {
    /** Asked, not answered yet. Drawn only after {@link StatePane#PATIENCE}. */
    record Loading() implements ScreenState {}

    /** Nothing there yet: says what to do first. */
    record Empty() implements ScreenState {}

    /** It did not work: says what happened, what is safe, what to do. */
    record Failed(Trouble trouble) implements ScreenState {}

    record Full() implements ScreenState {}
}
