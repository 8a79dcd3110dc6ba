/** Whether a receiver has taken an event, which every 2xx says. Redirects are not followed, so they are refusals. */
export const isDelivered = (status: number | null): boolean => status !== null && status >= 200 && status < 300;
