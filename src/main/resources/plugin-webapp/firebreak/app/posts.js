/** Posts that somebody brings along: pasted, or in a table. What would be done with them is said before they are handed in. */

import { goOnAt, node, quiet } from './dom.js';
import { checked, outcome } from './postcheck.js';
import { failedToLoad } from './refusal.js';
import { say } from './words.js';

const PAUSE = 700;
const MAXIMUM_BYTES = 12 * 1024 * 1024;

/** What the script of a form may do with posts. */
export const broughtPosts = {
  /**
   * Asks for posts: scope.posts is what is pasted, the element with data-file chooses a table or has one dropped on it. The
   * form can be handed in once the server has looked at exactly these posts and would take some in.
   */
  askForPosts() {
    begin(this);
  }
};

function begin(form) {
  const upload = new Upload(form);
  form.handIn('form', 'String', () => upload.content().form, { draft: false });
  form.handIn('language', 'String', () => upload.content().language);
  // a table may be too large to be kept: what is pasted beside it is
  form.handIn('posts', 'String', () => upload.content().posts, { draft: scope => scope.posts || null });
  form.scope.removeTable = () => upload.remove();
  form.scope.$watch(() => JSON.stringify([form.scope.posts, form.scope.language]), () => upload.changed());
  upload.listen(form.camForm.formElement[0].querySelector('[data-file]'));
  form.camForm.on('submit-success', () => upload.tell());
  form.scope.$on('$destroy', () => clearTimeout(upload.timer));
}

class Upload {
  constructor(form) {
    this.form = form;
    this.table = null;
    this.turn = 0;
  }

  /** What is handed in. */
  content() {
    const { posts, language } = this.form.scope;
    return this.table
      ? { form: 'CSV', posts: this.table, language: language || null }
      : { form: 'PASTED', posts: posts ?? '', language: language || null };
  }

  listen(place) {
    const field = place.querySelector('input[type="file"]');
    field.addEventListener('change', () => this.read(field.files[0]));
    ['dragover', 'drop'].forEach(event => place.addEventListener(event, moved => moved.preventDefault()));
    place.addEventListener('drop', dropped => this.read(dropped.dataTransfer.files[0]));
  }

  async read(file) {
    if (!file) return;
    try {
      if (file.size > MAXIMUM_BYTES) throw new Error(say('The file is larger than 12 MiB; please bring it in several parts.'));
      const bytes = await file.arrayBuffer();
      this.choose({ name: file.name, text: text(bytes) });
    } catch (failure) {
      this.choose(null);
      this.say(problem(failure.message));
    }
  }

  remove() {
    this.choose(null);
    goOnAt(this.chooser());
  }

  chooser() {
    return this.form.camForm.formElement[0].querySelector('[data-file] input');
  }

  choose(file) {
    this.table = file?.text ?? null;
    this.chooser().value = '';
    setTimeout(() => this.form.scope.$apply(() => { this.form.scope.tableName = file?.name ?? null; }));
    this.changed();
  }

  /** What was checked before says nothing about this. */
  changed() {
    clearTimeout(this.timer);
    this.turn++;
    this.form.model.$setValidity('postsChecked', false);
    if (!this.content().posts.trim()) {
      this.say();
      return;
    }
    this.say(quiet(say('Looking at the posts …')));
    this.timer = setTimeout(() => this.check(this.turn), PAUSE);
  }

  async check(turn) {
    try {
      const found = await this.ask();
      if (turn !== this.turn) return;
      this.say(checked(found));
      this.form.scope.$apply(() => this.form.model.$setValidity('postsChecked', found.fresh + found.known > 0));
    } catch (failure) {
      if (turn === this.turn) this.say(failure.mayPass ? failedToLoad(failure, () => this.changed()) : problem(failure.message));
    }
  }

  /** What became of the posts: by now they are known, and where they are. */
  async tell() {
    try {
      outcome(await this.ask());
    } catch {
      outcome(null);
    }
  }

  ask() {
    return this.form.send('mentions/check', this.content());
  }

  say(...nodes) {
    this.form.show('check', ...nodes);
  }
}

function text(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(say('The file is not in UTF-8; please save it as “CSV UTF-8” and choose it again.'));
  }
}

function problem(sentence) {
  return node('p', { class: 'alert alert-warning', role: 'alert' }, sentence);
}
