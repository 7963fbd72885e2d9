/** Where the server tells about a task or a form that starts a process, and where a form shows things. */

/** Where the server tells about the task of a form. */
export function addressOfTask(camForm) {
  return addressOf(camForm.options.urlParams.engineName, 'tasks', camForm.taskId);
}

/** Where the server tells about a task or a process of the engine. */
export function addressOf(engine, kind, id) {
  return `${addressOfEngine(engine)}/${kind}/${encodeURIComponent(id)}`;
}

/** Where the server answers what start forms ask. */
export function addressOfStart(camForm) {
  return `${addressOfEngine(camForm.options.urlParams.engineName)}/start`;
}

function addressOfEngine(engine) {
  const api = document.querySelector('base').getAttribute('tasklist-api');
  return `${api}plugin/firebreak/${engine}`;
}

/** The element of a form with data-place="name". */
export function placeOf(camForm, name) {
  return camForm.formElement[0].querySelector(`[data-place="${name}"]`);
}
