/** Drafts on the server, where every machine finds them, and who holds the task next. */

import { ask, send } from './server.js';
import { addressOf } from './task.js';
import { say } from './words.js';

/** As much as a browser sends of its own while its page goes away. */
const MOST_WHILE_LEAVING = 60000;

export class ServerDrafts {
  constructor({ taskId, processDefinitionId, options: { urlParams: { engineName, userId } } }) {
    this.person = userId;
    // a draft outlives the next deployment of its process
    this.place = taskId ?? processDefinitionId.split(':')[0];
    this.address = `${addressOf(engineName, taskId ? 'tasks' : 'processes', this.place)}/draft`;
  }

  /** { draft } with { version, person, savedAt, typed, own }; its version is 0 where there is none. Or { problem }. */
  newest() {
    return outcomeOf(async () => ({ draft: await ask(this.address, { cache: 'no-store' }) }));
  }

  /**
   * { kept } with { version, savedAt }, { stale: true } when somebody changed it since that version, or { problem }.
   *
   * @param leaving whether the page is about to go away
   */
  keep(version, typed, leaving = false) {
    const draft = { version, person: this.person, typed };
    return outcomeOf(async () => ({
      kept: await send(this.address, draft, {
        method: 'PUT', keepalive: leaving && JSON.stringify(draft).length < MOST_WHILE_LEAVING
      })
    }));
  }
}

async function outcomeOf(act) {
  try {
    return await act();
  } catch (failure) {
    return failure.status === 409 ? { stale: true } : { problem: problemOf(failure) };
  }
}

/** What is wrong, and whether it passes without the person typing anything else. */
function problemOf({ status, said }) {
  if (!status) return { passes: true, words: say("Not saved: Firebreak can't be reached. It is tried again.") };
  if (status === 401 || (status === 403 && !said)) {
    return { passes: true, words: say('Not saved: you are signed out. Sign in in another tab, then go on here.') };
  }
  if (status === 404) return { words: say('Not saved: this task is done already, or it is no longer yours.') };
  if (said) return { words: say('Not saved: {reason}', { reason: said }) };
  return { passes: true, words: say('Not saved: the server answered {status}. It is tried again.', { status }) };
}
