export { civilDay } from '~/domain/shared/civil-day'
