const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'

/** Whether keys pressed there are text, or a choice, and not shortcuts. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(FIELDS) !== null
