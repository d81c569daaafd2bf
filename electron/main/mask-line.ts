/** Seven digits or more, however they are grouped: the shortest phone number that can be dialled. */
const NUMBER = /\+?\d(?:[ ().-]{0,2}\d){6,}/g

/** A line without the secrets and with phone numbers cut down to their last two digits. */
export function maskLine(line: string, secrets: readonly string[]): string {
  const withoutSecrets = secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '[code]'), line)
  return withoutSecrets.replace(NUMBER, (number) => `…${number.slice(-2)}`)
}
