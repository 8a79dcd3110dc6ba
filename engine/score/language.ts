/** Languages of the result texts, as the contract lists them. */
export const languages = ['en', 'fr', 'de', 'zh', 'ko', 'pt', 'es', 'it', 'ja'] as const;
export type Language = (typeof languages)[number];
