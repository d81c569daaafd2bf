/** The window as main shapes it, for its page. */
export interface ShapeView {
  /** It is folded to a strip. */
  readonly folded: boolean
  /** It can stay above other windows; not under Wayland, where it only stays open. */
  readonly floats: boolean
}
