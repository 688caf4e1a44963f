/** The sandbox cannot do what was asked, although Shopify could; never answered as if it were data. */
export class SandboxGap extends Error {}
