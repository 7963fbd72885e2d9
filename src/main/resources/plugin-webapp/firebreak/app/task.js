/** Where the server tells about a task or a form that starts a process, and how it knows our requests from forged ones. */

/** Where the server tells about the task of a form. */
export function addressOfTask(camForm) {
  return addressOf(camForm.options.urlParams.engineName, 'tasks', camForm.taskId);
}

/** Where the server tells about a task or a process of the engine. */
export function addressOf(engine, kind, id) {
  const api = document.querySelector('base').getAttribute('tasklist-api');
  return `${api}plugin/firebreak/${engine}/${kind}/${encodeURIComponent(id)}`;
}

/** The element of a form with data-place="name". */
export function placeOf(camForm, name) {
  return camForm.formElement[0].querySelector(`[data-place="${name}"]`);
}

/** What Tasklist gives each session against requests that other pages forge; a new one with each sign-in. */
export function forgeryToken() {
  return document.cookie.split('; ').find(cookie => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
}
