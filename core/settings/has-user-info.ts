/** Whether an address contains a user’s name, a password or both: it would end up in logs, and hides the host. */
export const hasUserInfo = ({ username, password }: URL): boolean => username !== '' || password !== ''
