import { send, settled, SignedOut } from "./sending.js";
import { Leftover } from "./leftover.js";

const PAUSE = 1500;
const AGAIN = 4000;

/**
 * Saves what is typed, without being asked. Until the service has it, it is kept in the browser: through a lost connection,
 * a reload, and a change by someone else, about which the author decides.
 */
export class Saving {
  constructor(place) {
    this.place = place;
    this.say = place.dataset;
    this.soon = settled(PAUSE, () => this.now());
    this.again = settled(AGAIN, () => this.now());
    this.busy = null;
  }

  begin(view) {
    this.view = view;
    this.tag = this.place.querySelector("[name=tag]").value;
    // What was refused is not saved: the text of a form that was sent before this script was there.
    this.saved = this.say.refused === undefined ? this.text() : null;
    this.leftover = new Leftover(this.place, () => this.saved, (text) => this.write(text));
    this.leftover.offer();
    this.now();
    this.act("theirs", () => this.takeTheirs());
    this.act("mine", () => this.keepMine());
    window.addEventListener("online", () => this.now());
    // Another window of this browser says that someone has signed in there.
    new BroadcastChannel("proviso").onmessage = () => this.signedIn();
  }

  act(name, does) {
    this.place.querySelector(`[data-act=${name}]`).addEventListener("click", does);
  }

  text() {
    return this.view.state.doc.toString();
  }

  write(text) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, filter: false });
  }

  changed() {
    this.leftover.keep(this.text());
    if (!this.theirs) {
      this.status(this.say.sayTyping, "");
      this.soon();
    }
  }

  /** Until someone signs in, nothing is sent: each try would only lead to the sign-in again. */
  signedOut() {
    this.out = true;
    this.place.querySelector("#signed-out").hidden = false;
    this.status(this.say.sayTyping, "bad");
  }

  signedIn() {
    if (this.out) {
      this.out = false;
      this.place.querySelector("#signed-out").hidden = true;
      this.now();
    }
  }

  isDone() {
    return !this.theirs && this.text() === this.saved;
  }

  /** Someone wants it saved, and may have signed in where this page does not know of it. */
  pressed() {
    this.signedIn();
    this.now();
  }

  /** Saves now; one save at a time. */
  async now() {
    while (this.busy) {
      await this.busy;
    }
    if (this.theirs || this.out) {
      return;
    }
    if (this.isDone()) {
      this.done();
      return;
    }
    this.busy = this.save(this.text()).finally(() => (this.busy = null));
    await this.busy;
  }

  async save(text) {
    this.status(this.say.saySaving, "");
    try {
      const { status, body } = await send(`${this.say.place}/editor/text`, { tag: this.tag, text });
      if (status === 200) {
        this.stored(text, body.tag);
      } else if (status === 409) {
        this.differ(body);
      } else {
        this.status(`${this.say.sayRefused} ${body.sentence}`, "bad");
      }
    } catch (failure) {
      this.failed(failure);
    }
  }

  failed(failure) {
    if (failure instanceof SignedOut) {
      this.signedOut();
    } else {
      this.status(this.say.sayAway, "bad");
      this.again();
    }
  }

  stored(text, tag) {
    this.tag = tag;
    this.saved = text;
    this.place.querySelector("[name=tag]").value = tag;
    if (this.isDone()) {
      this.done();
    } else {
      this.soon();
    }
  }

  done() {
    this.leftover.forget();
    this.status(this.say.saySaved, "good");
  }

  /** Someone else was faster. */
  differ(theirs) {
    this.theirs = theirs;
    const banner = this.place.querySelector("#conflict");
    banner.querySelector(".said").textContent = `${theirs.by}: ${theirs.sentence}`;
    banner.querySelector("pre").textContent = theirs.text;
    banner.querySelector("[data-act=mine]").disabled = !theirs.open;
    banner.hidden = false;
    this.status(this.say.sayTyping, "bad");
  }

  settle() {
    const theirs = this.theirs;
    this.theirs = null;
    this.tag = theirs.tag;
    this.saved = theirs.text.replaceAll("\r\n", "\n");
    this.place.querySelector("#conflict").hidden = true;
    return theirs;
  }

  takeTheirs() {
    const open = this.settle().open;
    if (!open) {
      location.reload();
      return;
    }
    this.write(this.saved);
  }

  keepMine() {
    this.settle();
    this.now();
  }

  status(text, style) {
    const shown = this.place.querySelector("#status");
    if (shown.textContent !== text) {
      shown.textContent = text;
    }
    shown.className = style;
  }
}
