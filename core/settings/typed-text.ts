/**
 * A code, an address or a name of the system as typed or pasted, without what can't be seen in it: the spaces around it,
 * controls, and marks of direction and byte order. None of them belongs to such a text, and with them it fits nothing.
 */
export const typedText = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
