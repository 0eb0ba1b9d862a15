package dev.proviso.engine;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The memory that remembered answers may take, of all rulebooks together, in two generations: when the younger one is full, every
 * memo drops its older one, also one that nobody asks any more. Safe for any thread.
 */
final class MemoRoom {

    /** Of all rulebooks of the program: both generations stay below 64 MB, with something to spare. */
    static final MemoRoom SHARED = new MemoRoom(28 << 20);

    private final long most;
    private final Set<AnswerMemo> memos = Collections.newSetFromMap(new WeakHashMap<>());
    private long taken;

    /** @param most of a generation, in bytes */
    MemoRoom(long most) {
        this.most = most;
    }

    /** Makes a memo in this room; it leaves when nobody holds it any more. */
    AnswerMemo memo() {
        AnswerMemo memo = new AnswerMemo(this);
        synchronized (this) {
            memos.add(memo);
        }
        return memo;
    }

    /** Takes room for what was added to a memo. Holds no lock while the memos drop something. */
    void take(long bytes) {
        List<AnswerMemo> all;
        synchronized (this) {
            taken += bytes;
            if (taken < most) {
                return;
            }
            taken = 0;
            all = List.copyOf(memos);
        }
        all.forEach(AnswerMemo::age);
    }
}
