/** What the scripts of all forms can do. */

import { restore } from './choices.js';
import { hide, refill } from './dom.js';
import { failedToLoad } from './refusal.js';
import { ask, send } from './server.js';
import { placeOf } from './task.js';

/** A form, as its script and the features that it uses see it. */
export class Form {
  /**
   * @param camForm Tasklist's form
   * @param values what is handed in besides the fields that Tasklist knows
   * @param address where the server answers what the form asks
   * @param lacking gives the sentence for a status that tells nothing by itself
   */
  constructor(camForm, values, address, lacking) {
    this.camForm = camForm;
    this.values = values;
    this.address = address;
    this.lacking = lacking;
    this.scope = camForm.formElement.scope();
    this.model = camForm.formElement.controller('form');
  }

  /** Shows nodes in the element with data-place="name" and makes it visible; without any, hides it. */
  show(name, ...nodes) {
    const place = placeOf(this.camForm, name);
    const shown = nodes.filter(Boolean);
    if (shown.length === 0) {
      hide(place);
    } else {
      place.hidden = false;
      refill(place, ...shown);
    }
  }

  /** Fills fields in, unless somebody has begun to already. */
  propose(proposals) {
    if (!this.camForm.isRestorable()) Object.assign(this.scope, proposals);
  }

  /**
   * Hands in a value that no field of the form holds; it may be a function that gives it.
   *
   * @param keeps what the draft keeps of it, where that is not what is handed in: the name of a value of the scope. It
   *   comes back there; what the scope held before is a proposal
   * @param revive makes that value of what the draft keeps of it, where it is no text
   * @param draft false where it is no part of the draft, as it may be too large or follows from the rest; or a function
   *   that gives what the draft keeps, for a script that takes it back itself (see takeDraft)
   */
  handIn(name, type, value, { keeps, revive, draft = keeps ? scope => scope[keeps] ?? null : true } = {}) {
    const read = typeof value === 'function' ? value : () => value;
    const handedIn = { name, type, read, draft, keeps, revive };
    this.values.push(handedIn);
    // the script of a task's form runs after Tasklist has brought the draft back
    restore(this.camForm, handedIn);
  }

  /** Takes a value of the draft out of it, for a script that shows it; null where there is none. */
  takeDraft(name) {
    const { variables } = this.camForm.variableManager;
    const kept = variables[name]?.value ?? null;
    delete variables[name];
    return kept;
  }

  /** The same for a value that is JSON. */
  takeDraftOf(name) {
    try {
      return JSON.parse(this.takeDraft(name));
    } catch {
      return null;
    }
  }

  /** What the server answers to this form; fails with a NoAnswer. */
  ask(question, { lacking = this.lacking, ...request } = {}) {
    return ask(`${this.address}/${question}`, { lacking, ...request });
  }

  /** The same with data that go there. */
  send(question, data, { lacking = this.lacking, ...request } = {}) {
    return send(`${this.address}/${question}`, data, { lacking, ...request });
  }

  /**
   * Asks the server for something and gives it to whenKnown; where that fails, the element with data-place="name" says
   * why, with a button that tries again. An answer that comes when the form is gone is given to nobody.
   *
   * @param from what is asked; the name, where it is left out
   * @param lacking gives the sentence for a status that tells nothing by itself
   * @param needed whether the form can't be handed in before
   * @param meanwhile what stands there until the answer comes
   * @param failed the notice that is still there where this is not the first attempt
   */
  async fill(name, options, whenKnown) {
    const { from = name, lacking, needed = false, meanwhile = null, failed = null } = options;
    const known = isKnown => needed && this.model.$setValidity(`${name}Known`, isKnown);
    known(false);
    if (meanwhile) this.show(name, meanwhile);
    try {
      const answer = await this.ask(from, { lacking });
      this.scope.$apply(() => {
        whenKnown(answer);
        known(true);
      });
      if (failed?.isConnected) this.show(name);
    } catch (failure) {
      const notice = failedToLoad(failure, () => this.fill(name, { ...options, failed: notice }, whenKnown));
      this.show(name, notice);
    }
  }
}
