/** Asks the server about what stands in a form, while somebody types. */

import { say } from './words.js';

/** Long enough that nobody is asked in the middle of a word, short enough to follow. In milliseconds. */
const PAUSE = 300;

const UNTIL_NEXT_TRY = 8000;

/**
 * Asks again whenever somebody has stopped for a moment; what was asked before is given up.
 *
 * @param form whose scope holds the values
 * @param path of the question, within the task's
 * @param place where the answer is shown; it is marked as busy until it is about what stands in the form
 * @param read gives what is asked about; null while there is nothing to ask
 * @param shown called with what the server answers; with null while there is nothing to ask
 * @param failed called with a sentence when it gives no answer
 */
export function followTyping(form, path, place, read, shown, failed) {
  let timer;
  let running;
  const busy = isBusy => place.setAttribute('aria-busy', String(isBusy));
  const later = delay => {
    busy(true);
    clearTimeout(timer);
    timer = setTimeout(ask, delay);
  };
  const ask = async () => {
    running?.abort();
    const typed = read();
    if (!typed) {
      form.scope.$apply(() => shown(null));
      busy(false);
      return;
    }
    const mine = running = new AbortController();
    const { said, problem, mayPass } = await answerOf(form, path, typed, mine.signal);
    if (mine.signal.aborted) return;
    form.scope.$apply(() => (problem ? failed(problem) : shown(said)));
    busy(false);
    if (mayPass) later(UNTIL_NEXT_TRY);
  };
  form.scope.$watch(() => JSON.stringify(read()), () => later(PAUSE));
  form.scope.$on('$destroy', () => {
    clearTimeout(timer);
    running?.abort();
  });
}

/** What the server says, or what is wrong, and whether that may pass by itself. */
async function answerOf(form, path, typed, signal) {
  try {
    return { said: await form.send(path, typed, { signal }) };
  } catch ({ message, status, mayPass }) {
    return {
      problem: status === 0 ? say("Firebreak can't be reached; what you see may be older than the text.") : message,
      mayPass
    };
  }
}
