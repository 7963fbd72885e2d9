/** What the script of a form may do that starts something: each feature brings its part. */

import { Form } from './form.js';
import { likeCases } from './likecases.js';
import { broughtPosts } from './posts.js';
import { addressOfStart } from './task.js';
import { date } from './time.js';
import { say, viewersLanguage } from './words.js';

/** A form that starts something, as its script sees it. */
export class StartForm extends Form {
  constructor(camForm, values) {
    super(camForm, values, addressOfStart(camForm),
      status => say('This can’t be shown (the server answered {status}).', { status }));
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
    const moment = at => (at instanceof Date ? at.toISOString() : null);
    this.scope.awayFrom = new Date(new Date().setSeconds(0, 0));
    this.handIn('from', 'String', ({ awayFrom }) => moment(awayFrom), { keeps: 'awayFrom', revive: date });
    this.handIn('to', 'String', ({ backAt }) => moment(backAt), { keeps: 'backAt', revive: date });
    this.scope.people = [];
    return this.fill('people', {}, ({ people }) => { this.scope.people = people; });
  }
}

Object.assign(StartForm.prototype, broughtPosts, likeCases);
