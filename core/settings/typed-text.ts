/**
 * A code, an address or a technical name as typed or pasted, without invisible characters: surrounding spaces,
 * controls, and marks of direction and byte order. None of them belongs in such a text, and with them it matches nothing.
 */
export const typedText = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
