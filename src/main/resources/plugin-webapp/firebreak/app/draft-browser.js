/**
 * What is typed and not on the server yet, in this browser. Each tab keeps its own, so that two of them do not write over
 * each other while the server can't be reached.
 */

const PREFIX = 'firebreak-draft|';
const FORGOTTEN_AFTER = 30 * 24 * 3600 * 1000;

export class BrowserDrafts {
  /**
   * @param person who types; another person's words are not shown to them
   * @param place the task or the process
   */
  constructor(person, place) {
    this.prefix = `${PREFIX}${person}|${place}|`;
    this.key = this.prefix + tab();
    forgetOld();
  }

  /** This tab's own first, then the newest: { key, version, typed, at }. */
  all() {
    return keys().filter(key => key.startsWith(this.prefix)).map(read).filter(Boolean)
      .sort((one, other) => (other.key === this.key) - (one.key === this.key) || other.at - one.at);
  }

  /** The same, after this tab has made the first of them its own: the tab that kept it may be closed for good. */
  adopt() {
    const [first, ...others] = this.all();
    if (!first) return [];
    if (first.key !== this.key && this.write(first.version, first.typed)) this.forget(first.key);
    return [{ ...first, key: this.key }, ...others];
  }

  /** Whether the browser keeps it: it may be full, or told to keep nothing. */
  write(version, typed) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ version, typed, at: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  forget(key = this.key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // what can't be kept is not there
    }
  }

  /** What says the same has come to the server as well, whichever tab kept it. */
  forgetWhatSays(typed) {
    this.all().filter(kept => kept.typed === typed || kept.key === this.key).forEach(({ key }) => this.forget(key));
  }
}

function keys() {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function read(key) {
  try {
    const { version, typed, at } = JSON.parse(localStorage.getItem(key));
    return { key, version, typed, at };
  } catch {
    return null;
  }
}

/** A name of this tab that survives its being loaded anew. */
function tab() {
  const name = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  try {
    if (!sessionStorage.getItem(PREFIX)) sessionStorage.setItem(PREFIX, name);
    return sessionStorage.getItem(PREFIX);
  } catch {
    return name;
  }
}

function forgetOld() {
  keys().filter(key => !(read(key)?.at > Date.now() - FORGOTTEN_AFTER)).forEach(key => localStorage.removeItem(key));
}
