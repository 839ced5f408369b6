package org.echoppe.journal;

/** What an entry says of a person, as far as it can still be read. */
public sealed interface Personal {
    Personal NONE = new None();
    Personal ERASED = new Erased();
    Personal LOST = new Lost();

    /** The entry says nothing of anybody. */
    record None() implements Personal {}

    /** It can be read. The array is not copied: whoever makes one gives it away. */
    record Known(byte[] bytes) implements Personal {}

    /** Its key was destroyed on purpose; nobody can read it any more. */
    record Erased() implements Personal {}

    /** Its key is not what it was: the disk changed it, or the file of keys is another one's. */
    record Lost() implements Personal {}
}
