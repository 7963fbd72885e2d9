/** What the script of a form may do that starts something. */

import { node, refill } from './dom.js';
import { showLikeCases } from './likecases.js';
import { askForPosts } from './posts.js';
import { placeOf } from './task.js';
import { say, viewersLanguage } from './words.js';

/** Where the server answers what start forms ask. */
function addressOfStart(camForm) {
  const api = document.querySelector('base').getAttribute('tasklist-api');
  return `${api}plugin/firebreak/${camForm.options.urlParams.engineName}/start`;
}

/** A form that starts something, as its script sees it. */
export class StartForm {
  constructor(camForm, values) {
    this.camForm = camForm;
    this.values = values;
    this.scope = camForm.formElement.scope();
    this.address = addressOfStart(camForm);
  }

  /** Shows nodes in the element with data-place="name" and makes it visible; without any, hides it. */
  show(name, ...nodes) {
    const place = placeOf(this.camForm, name);
    const shown = nodes.filter(Boolean);
    place.hidden = shown.length === 0;
    refill(place, ...shown);
  }

  /** Hands in a value that no field of the form holds. */
  handIn(name, type, read, { draft = true } = {}) {
    this.values.push({ name, type, read, draft });
  }

  /** Shows the open cases that may be what is being typed, in the element with data-place="likeCases"; see showLikeCases. */
  showLikeCases(title, link) {
    showLikeCases(this, title, link);
  }

  /** Asks for posts, pasted or in a file, and says what would be done with them; see askForPosts. */
  askForPosts() {
    askForPosts(this);
  }

  /** Asks for the language of what is written, which is most often the viewer's own; handed in as "language". */
  askForLanguage() {
    this.scope.language = viewersLanguage;
    this.handIn('language', 'String', scope => scope.language);
  }

  /**
   * Asks who is away and when: offers scope.people, those who work on cases, and hands in scope.awayFrom and scope.backAt
   * as "from" and "to".
   */
  askForAbsence() {
    const moment = date => (date instanceof Date ? date.toISOString() : null);
    this.handIn('from', 'String', ({ awayFrom }) => moment(awayFrom), { draft: false });
    this.handIn('to', 'String', ({ backAt }) => moment(backAt), { draft: false });
    this.scope.awayFrom = new Date(new Date().setSeconds(0, 0));
    this.scope.people = [];
    return this.offerPeople();
  }

  async offerPeople() {
    try {
      const { people } = await this.ask('people');
      this.scope.$apply(() => { this.scope.people = people; });
    } catch (failure) {
      this.show('people', node('p', { class: 'alert alert-warning', role: 'alert' }, failure.message));
    }
  }

  /** What the server answers; fails with a sentence for the person. */
  async ask(question, options = {}) {
    const answer = await this.send(question, options);
    const said = await answer.json().catch(() => ({}));
    if (answer.status === 401) throw new Error(say('You are signed out; please sign in again.'));
    if (!answer.ok) {
      throw new Error(said.message ?? say('This can’t be shown (the server answered {status}).', { status: answer.status }));
    }
    return said;
  }

  async send(question, options) {
    try {
      return await fetch(`${this.address}/${question}`, { headers: { Accept: 'application/json' }, ...options });
    } catch {
      throw new Error(say('Firebreak can’t be reached.'));
    }
  }
}
