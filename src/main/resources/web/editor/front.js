import { EditorSelection, EditorState, StateEffect, StateField, Transaction } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

const FRONT = /^\uFEFF?---[ \t]*\n[^]*?\n(?:---|\.\.\.)[ \t]*(?:\n+|$)/;

/** Shows the lines in which the document says what it is, or puts them away. */
export const showFront = StateEffect.define();

/** Where they are put away: neither a cursor nor a change of someone gets there. A change of ours says so (filter: false). */
const hidden = StateField.define({
  create: (state) => of(state, false),
  update(value, transaction) {
    let shown = value.shown;
    for (const effect of transaction.effects) {
      shown = effect.is(showFront) ? effect.value : shown;
    }
    return shown === value.shown && !transaction.docChanged ? value : of(transaction.state, shown);
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.marks),
    EditorState.transactionFilter.of((transaction) => behind(transaction, transaction.startState.field(field))),
  ],
});

/** The same, but behind what is put away. */
function behind(transaction, { end, shown }) {
  if (shown || end === 0 || transaction.effects.some((effect) => effect.is(showFront))) {
    return transaction;
  }
  if (!transaction.docChanged) {
    const ranges = transaction.newSelection.ranges;
    const isBehind = ranges.every(({ from }) => from >= end);
    return isBehind ? transaction : [transaction, { selection: selection(ranges, transaction.newSelection.mainIndex, end) }];
  }
  const changes = [];
  transaction.changes.iterChanges((from, to, _start, _end, insert) => changes.push({ from, to, insert }));
  if (changes.every(({ from }) => from >= end)) {
    return transaction;
  }
  const moved = changes.map(({ from, to, insert }) => ({ from: Math.max(from, end), to: Math.max(to, end), insert }));
  return {
    changes: moved,
    selection: { anchor: end + moved[0].insert.length },
    effects: transaction.effects,
    userEvent: transaction.annotation(Transaction.userEvent),
    scrollIntoView: transaction.scrollIntoView,
  };
}

function selection(ranges, main, end) {
  return EditorSelection.create(
    ranges.map(({ anchor, head }) => EditorSelection.range(Math.max(anchor, end), Math.max(head, end))),
    main,
  );
}

function of(state, shown) {
  const end = frontEnd(state.doc);
  const marks = shown || end === 0 ? Decoration.none : Decoration.set([Decoration.replace({ block: true }).range(0, end)]);
  return { shown, end, marks };
}

/** Where the document's own text begins. */
export function frontEnd(doc) {
  const found = FRONT.exec(doc.sliceString(0, Math.min(doc.length, 100000)));
  return found ? found[0].length : 0;
}

/** Whether a place is in lines that are put away. */
export function isPutAway(state, place) {
  const value = state.field(hidden, false);
  return value !== undefined && !value.shown && place < value.end;
}

export function front() {
  return hidden;
}
