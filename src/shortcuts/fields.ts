const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'

/** Whether keys pressed there are a text, or a choice, and no shortcuts. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(FIELDS) !== null
