package org.dramatis.torch.network;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/**
 * The native memory of one piece of work on one thread: closing it frees every tensor made meanwhile on this thread, but
 * those that were kept.
 */
public final class Scope implements AutoCloseable {
    private final PointerScope pointers = new PointerScope();

    private Scope() {}

    /** Without a record for gradients. */
    public static Scope ofInference() {
        Scope scope = new Scope();
        scope.pointers.attach(new NoGradGuard());
        return scope;
    }

    /** With a record for gradients. */
    public static Scope ofGradients() {
        return new Scope();
    }

    /** Takes a tensor out of the scope: whoever gets it closes it. */
    public <P extends Pointer> P keep(P pointer) {
        pointer.retainReference(); // since detaching gives one back
        pointers.detach(pointer);
        return pointer;
    }

    @Override
    public void close() {
        pointers.close();
    }
}
