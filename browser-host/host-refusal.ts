/** A reason not to start, as one line for a person. */
export class HostRefusal extends Error {}
