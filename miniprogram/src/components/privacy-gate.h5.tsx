/** The browser has no such gate. */
export const PrivacyGate = () => null
