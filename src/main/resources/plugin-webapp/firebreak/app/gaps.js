/** Gaps in chains of command that a task asks to repair. */

import { foreign, node } from './dom.js';
import { ask } from './server.js';
import { addressOfTask } from './task.js';
import { localWithin } from './time.js';

/** Shows each gap of the task in the element with data-gaps; as long as they can't be loaded, what stands there stays. */
export async function showGaps(camForm) {
  const { gaps } = await ask(`${addressOfTask(camForm)}/gaps`).catch(() => ({ gaps: [] }));
  if (gaps.length === 0) return;
  const shown = gaps.length === 1
    ? foreign('strong', localWithin(gaps[0]))
    : node('ul', { class: 'firebreak-gaps' }, ...gaps.map(gap => foreign('li', localWithin(gap))));
  camForm.formElement[0].querySelector('[data-gaps]').replaceChildren(shown);
}
