/** The analysis, the subject and the moment that all examples speak of. */
export const exampleVideoId = '0b2f5d2e-6a4c-4a57-9d53-0d7c9c4f2a11';
export const exampleSubjectId = '7d8f3f0a-52b1-4d7e-8a35-6f1f3c2b9e04';
export const exampleMoment = '2026-03-23T10:45:00Z';
