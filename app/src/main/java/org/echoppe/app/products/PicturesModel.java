package org.echoppe.app.products;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echoppe.app.fx.Background;
import org.echoppe.app.fx.PictureSource;
import org.echoppe.app.fx.Trouble;
import org.echoppe.domain.Fault;
import org.echoppe.domain.Problem;
import org.jspecify.annotations.Nullable;

/** The pictures of the product in the form. They stand in it as one text, so that they are kept and taken back like the rest. */
public final class PicturesModel {
    /** Pictures of a product. */
    public static final int MOST = 10;

    /** Makes a picture ready: {@link ProductDesk#addPicture}. */
    private final Function<PictureSource, PictureDraft> taking;

    private final Background background;
    private final StringProperty text;
    private final ObservableList<PictureDraft> pictures = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper coming = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
    private int forms;

    PicturesModel(Function<PictureSource, PictureDraft> taking, Background background, StringProperty text) {
        this.taking = taking;
        this.background = background;
        this.text = text;
        text.addListener((property, before, now) -> {
            if (!PictureDraft.text(pictures).equals(now)) {
                pictures.setAll(PictureDraft.list(now));
            }
        });
    }

    /** Another product is in the form: pictures still on their way belong to the one before. */
    void reset() {
        forms++;
        coming.set(0);
        trouble.set(null);
    }

    /** Makes pictures ready and adds them, one after the other. */
    public void add(List<PictureSource> sources) {
        trouble.set(null);
        int form = forms;
        for (var source : sources) {
            if (pictures.size() + coming.get() >= MOST) {
                trouble.set(new Trouble.Refused(List.of(Problem.of("pictures", Fault.TOO_MANY, MOST))));
                return;
            }
            coming.set(coming.get() + 1);
            background.run(() -> taking.apply(source), ready -> added(form, ready), why -> refused(form, why));
        }
    }

    private void added(int form, PictureDraft ready) {
        if (form == forms) {
            coming.set(coming.get() - 1);
            boolean known = pictures.stream().anyMatch(one -> one.cid().equals(ready.cid()));
            if (!known) {
                change(list -> {
                    list.add(ready);
                    return list;
                });
            }
        }
    }

    private void refused(int form, Trouble why) {
        if (form == forms) {
            coming.set(coming.get() - 1);
            trouble.set(why);
        }
    }

    /** @param by places to the right, or to the left below zero; nothing happens at the ends */
    public void move(int index, int by) {
        int to = index + by;
        if (to >= 0 && to < pictures.size()) {
            change(list -> {
                list.add(to, list.remove(index));
                return list;
            });
        }
    }

    /** Takes a picture away. What comes back puts it where it was, while this product is in the form. */
    public Runnable remove(int index) {
        var gone = pictures.get(index);
        int form = forms;
        change(list -> {
            list.remove(index);
            return list;
        });
        return () -> {
            if (form == forms && !pictures.contains(gone)) {
                change(list -> {
                    list.add(Math.min(index, list.size()), gone);
                    return list;
                });
            }
        };
    }

    /** Says what a picture shows. The list stays as it is: it is being typed. */
    public void describe(int index, String alt) {
        if (!pictures.get(index).alt().equals(alt)) {
            change(list -> {
                list.set(index, list.get(index).withAlt(alt));
                return list;
            });
        }
    }

    private void change(UnaryOperator<List<PictureDraft>> change) {
        var now = change.apply(new ArrayList<>(pictures));
        pictures.setAll(now);
        text.set(PictureDraft.text(now));
    }

    public ObservableList<PictureDraft> list() {
        return pictures;
    }

    /** How many are being made ready. */
    public ReadOnlyIntegerProperty comingProperty() {
        return coming.getReadOnlyProperty();
    }

    /** Why the last one was refused; null when it was not. */
    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
