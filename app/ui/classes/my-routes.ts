/** What somebody was told to do instead of a class. course: the one that leads there. done: since which day it is on record. */
export type MyRoute = { id: string; title: string; words: string; course: string | null; done: string | null }
