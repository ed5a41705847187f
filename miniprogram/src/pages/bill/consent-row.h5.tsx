/** Messages of WeChat are asked for inside WeChat alone. */
export const ConsentRow = () => null
