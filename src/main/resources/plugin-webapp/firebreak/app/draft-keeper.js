/** Keeps a draft in this browser and on the server, and asks a person where there are two. */

import { BrowserDrafts } from './draft-browser.js';
import { DraftNotes } from './draft-notes.js';
import { ServerDrafts } from './draft-server.js';

// milliseconds: after the last key, after that to the server, after it could not be reached, before what is handed in
const TYPING_PAUSE = 250;
const SERVER_PAUSE = 800;
const TRY_AGAIN = 10000;
const PATIENCE = 3000;
const NOTHING = '{}';

/** The draft of one form, from when the form is opened until it is handed in or left. */
export class Draft {
  constructor(camForm) {
    this.camForm = camForm;
    this.server = new ServerDrafts(camForm);
    this.browser = new BrowserDrafts(this.server.person, this.server.place);
    this.notes = new DraftNotes(this.server.person);
    // what stands in the form, as text; what the server has of it, and from which of its versions it goes on
    this.typed = NOTHING;
    this.saved = NOTHING;
    this.version = null;
    // what the form proposed before anybody typed
    this.proposed = null;
    this.conflict = null;
    this.watched = false;
    this.paused = false;
    this.sending = false;
    this.underWay = null;
    this.keptHere = true;
    this.timers = {};
  }

  /** Finds what was typed before: here, where it never got to the server, else there. */
  async load() {
    const { draft, problem } = await this.server.newest();
    const [here, ...others] = this.browser.adopt();
    if (draft) this.know(draft);
    this.typed = here?.typed ?? draft?.typed ?? NOTHING;
    this.version ??= here?.version ?? null;
    if (!here) return;
    if (problem) this.notes.notSaved(problem.words, true);
    const other = others.find(({ typed }) => typed !== here.typed);
    if (draft && !this.goesOnFrom(draft, here.version)) this.ask(draft);
    else if (other) this.ask({ ...other, savedAt: new Date(other.at).toISOString(), version: this.version });
  }

  know(draft) {
    this.version = draft.version;
    this.saved = draft.typed ?? NOTHING;
    if (draft.version === 0) return;
    if (draft.person === this.server.person) this.notes.saved(draft.savedAt);
    else if (this.saved !== NOTHING) this.notes.begunBy(draft, () => this.beginAfresh(draft));
  }

  goesOnFrom(draft, version) {
    return draft.version === 0 || draft.version === version || draft.typed === this.typed;
  }

  isThere() {
    return this.typed !== NOTHING;
  }

  restore() {
    const { variables } = this.camForm.variableManager;
    Object.entries(JSON.parse(this.typed)).filter(([name]) => name !== '__proto__').forEach(([name, value]) => {
      variables[name] = { name, ...variables[name], value };
    });
  }

  /** From now on what is typed is kept. */
  watch() {
    const form = this.camForm.formElement[0];
    const later = () => this.later('note', TYPING_PAUSE, () => this.note());
    ['focusin', 'pointerdown'].forEach(event => form.addEventListener(event, () => { this.proposed ??= this.read(); }, true));
    ['input', 'change', 'click'].forEach(event => form.addEventListener(event, later));
    form.addEventListener('focusout', () => this.note());
    const outside = { online: () => this.look(), focus: () => this.look(), pagehide: () => this.leave() };
    Object.entries(outside).forEach(([event, act]) => window.addEventListener(event, act));
    this.camForm.formElement.scope().$on('$destroy', () => {
      Object.entries(outside).forEach(([event, act]) => window.removeEventListener(event, act));
      this.leave();
      this.watched = false;
    });
    this.watched = true;
    // what never got to the server goes there now
    if (this.typed !== this.saved) this.later('send', SERVER_PAUSE, () => this.send());
  }

  /** Takes what stands in the form into this browser, and in a moment to the server. */
  note() {
    if (!this.watched || this.paused) return;
    const typed = this.read();
    // who only looks at what a form proposes has typed nothing
    if (typed === this.typed || (this.typed === NOTHING && typed === this.proposed)) return;
    this.typed = typed;
    this.keptHere = this.browser.write(this.version, typed);
    this.later('send', SERVER_PAUSE, () => this.send());
  }

  read() {
    const { camForm } = this;
    camForm.fireEvent('store');
    camForm.fields.forEach(retrieve);
    const typed = Object.values(camForm.variableManager.variables)
      .filter(({ type }) => !['Bytes', 'File'].includes(type))
      .map(({ name, value }) => [name, value]);
    return JSON.stringify(Object.fromEntries(typed));
  }

  send(leaving = false) {
    clearTimeout(this.timers.send);
    if (this.typed === this.saved || this.conflict || this.paused || this.sending) return;
    this.sending = true;
    this.underWay = this.exchange(leaving).finally(() => { this.sending = false; });
  }

  async exchange(leaving) {
    const sent = this.typed;
    const outcome = this.version === null ? await this.meet() : await this.server.keep(this.version, sent, leaving);
    const problem = outcome.stale ? (await this.meet()).problem : outcome.problem;
    if (outcome.kept) this.keptOnServer(outcome.kept, sent);
    if (problem) this.stuck(problem);
    else this.later('send', this.watched ? SERVER_PAUSE : 0, () => this.send());
  }

  /** Once nothing is under way any more: a draft must not come to the server after what was handed in. */
  arrived() {
    const enough = new Promise(resolve => { setTimeout(resolve, PATIENCE); });
    // what becomes of a draft keeps nobody from handing in
    return Promise.race([this.underWay, enough]).catch(() => {});
  }

  keptOnServer({ version, savedAt }, sent) {
    this.version = version;
    this.saved = sent;
    this.browser.forgetWhatSays(sent);
    if (this.typed !== sent) this.browser.write(version, this.typed);
    this.notes.saved(savedAt);
  }

  stuck({ words, passes }) {
    this.notes.notSaved(words, this.keptHere);
    if (passes && this.watched) this.later('send', TRY_AGAIN, () => this.send());
  }

  /** Looks at what the server has now, and asks where it is something else. */
  async meet() {
    const { draft, problem } = await this.server.newest();
    if (problem) return { problem };
    if (this.goesOnFrom(draft, this.version)) this.version = draft.version;
    else this.ask(draft);
    return {};
  }

  /** The person comes back to this tab: they may have typed elsewhere, or signed in again. */
  async look() {
    if (this.conflict || this.paused || this.sending) return;
    if (this.typed !== this.saved) this.send();
    else if (this.version !== null) await this.meet();
  }

  ask(other) {
    this.conflict = other;
    this.notes.choose(other, () => this.takeOther(), () => this.keepMine());
  }

  takeOther() {
    this.paused = true;
    this.browser.forget();
    this.notes.leave();
    loadAnew(this.camForm);
  }

  keepMine() {
    this.version = this.conflict.version;
    this.browser.forget(this.conflict.key);
    this.conflict = null;
    // the server has something else
    this.saved = null;
    this.notes.chosen();
    this.send();
  }

  async beginAfresh({ own }) {
    const { kept, stale, problem } = await this.server.keep(this.version, own?.typed ?? NOTHING);
    if (problem) this.notes.notSaved(problem.words, true);
    if (stale) await this.meet();
    if (kept) this.takeOther();
  }

  pause() {
    this.paused = true;
    Object.values(this.timers).forEach(clearTimeout);
  }

  resume() {
    this.paused = false;
    this.later('note', TYPING_PAUSE, () => this.note());
  }

  done() {
    this.pause();
    this.browser.all().forEach(({ key }) => this.browser.forget(key));
  }

  leave() {
    clearTimeout(this.timers.note);
    if (this.camForm.formElement[0].isConnected) this.note();
    this.send(true);
  }

  later(what, after, act) {
    clearTimeout(this.timers[what]);
    this.timers[what] = setTimeout(act, after);
  }
}

/** A field that holds what is no value of its type, such as a half number, keeps nothing else from the draft. */
function retrieve(field) {
  try {
    field.getValue();
  } catch {
    // the field says by itself what is wrong
  }
}

/** The same task, or the same dialogue, from its beginning. */
function loadAnew({ taskId, processDefinitionId }) {
  if (!taskId) window.location.hash = `#/?processStart=${processDefinitionId.split(':')[0]}`;
  window.location.reload();
}
