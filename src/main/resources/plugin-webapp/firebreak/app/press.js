/** What somebody presses is what happens, even where the page moves under the pointer before it is let go. */

/** In pixels: a finger that means to press does not stay quite where it is. */
const STILL = 12;

/**
 * A browser clicks on what lies under the pointer at the moment of letting go. Whatever comes in above a button meanwhile
 * moves it away from there, and nothing happens, or something that nobody meant. So this clicks on what was pressed.
 *
 * @param scope of the form: this ends with it
 * @param buttonOf gives the button as it is now
 * @param whenBarred called when it can't be clicked any more by the time it is let go
 */
export function clickWhatWasPressed(scope, buttonOf, whenBarred) {
  let pressed = null;
  let strayed = false;
  const act = {
    pointerdown: ({ target, button: which, clientX, clientY }) => {
      const button = buttonOf();
      strayed = false;
      pressed = which === 0 && button?.contains(target) && !button.disabled ? { button, clientX, clientY } : null;
    },
    pointerup: released => {
      const press = pressed;
      pressed = null;
      if (!press || isFar(press, released) || isOn(press.button, released)) return;
      strayed = true;
      if (press.button.disabled) whenBarred();
      else press.button.click();
    },
    pointercancel: () => { pressed = null; },
    click: event => {
      // the browser's own, after pointerup, on something else; a key press has no detail
      if (!strayed || !event.isTrusted || event.detail === 0) return;
      strayed = false;
      event.preventDefault();
      event.stopPropagation();
    }
  };
  Object.entries(act).forEach(([event, listen]) => document.addEventListener(event, listen, true));
  scope.$on('$destroy', () =>
    Object.entries(act).forEach(([event, listen]) => document.removeEventListener(event, listen, true)));
}

/** People who change their mind move away before they let go. */
function isFar(press, { clientX, clientY }) {
  return Math.hypot(clientX - press.clientX, clientY - press.clientY) > STILL;
}

function isOn(button, { clientX, clientY }) {
  return !button.disabled && button.contains(document.elementFromPoint(clientX, clientY));
}
