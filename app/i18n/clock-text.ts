const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The time of day of an instant, 10:25, in the time of the installation; for what ends within the hour. */
export const clockText = (instant: Date): string => clock.format(instant)
