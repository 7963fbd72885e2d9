/** Drafts on the server, where every machine finds them, and who holds the task next. */

import { addressOf, forgeryToken } from './task.js';
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
  async newest() {
    return this.ask({ headers: { Accept: 'application/json' } }, draft => ({ draft }));
  }

  /**
   * { kept } with { version, savedAt }, { stale: true } when somebody changed it since that version, or { problem }.
   *
   * @param leaving whether the page is about to go away
   */
  async keep(version, typed, leaving = false) {
    const body = JSON.stringify({ version, person: this.person, typed });
    return this.ask({
      method: 'PUT', body, keepalive: leaving && body.length < MOST_WHILE_LEAVING,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': forgeryToken() }
    }, kept => ({ kept }));
  }

  async ask(request, whenAnswered) {
    try {
      const answer = await fetch(this.address, { cache: 'no-store', ...request });
      if (answer.ok) return whenAnswered(await answer.json());
      if (answer.status === 409) return { stale: true };
      return { problem: await problemOf(answer) };
    } catch {
      return { problem: { passes: true, words: say("Not saved: Firebreak can't be reached. It is tried again.") } };
    }
  }
}

/** What is wrong, and whether it passes without the person typing anything else. */
async function problemOf(answer) {
  const { message, detail } = await answer.json().catch(() => ({}));
  if (answer.status === 401 || (answer.status === 403 && !message)) {
    return { passes: true, words: say('Not saved: you are signed out. Sign in in another tab, then go on here.') };
  }
  if (answer.status === 404) return { words: say('Not saved: this task is done already, or it is no longer yours.') };
  if (message ?? detail) return { words: say('Not saved: {reason}', { reason: message ?? detail }) };
  return { passes: true, words: say('Not saved: the server answered {status}. It is tried again.', { status: answer.status }) };
}
