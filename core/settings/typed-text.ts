/**
 * A code, an address or a technical name as typed or pasted, without invisible characters: surrounding spaces,
 * controls, marks of direction and byte order, and other characters without a shape. None of them belongs in such a
 * text, and with them it matches nothing.
 */
export const typedText = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu, '').trim()
