import { listOf } from './practical-list'
import { sheetOf } from './practical-sheet'

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-practical]')) void sheetOf(form)
for (const place of document.querySelectorAll<HTMLElement>('[data-practicals-waiting]')) listOf(place)
