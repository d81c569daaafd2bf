/** A reason not to start, as one readable line. */
export class HostRefusal extends Error {}
