package media

const shoe = `<path d="M-26-116q-4-18 12-20l16 4q4 16 12 26z" fill="url(#g)"/>` +
	`<path d="M-97-24q-5-56 7-92 3-8 11-5 24 9 46-3 8-4 13 3 26 42 60 54 52 8 60 43z" fill="url(#m)"/>` +
	`<path d="M-97-24q-4-34 3-64 28 4 32 64zM70-60q28 10 30 36H54q-4-26 16-36z" fill="url(#n)"/>` +
	`<path d="M-42-24l24-47 20 9-20 38zM-6-24l17-36 17 8-13 28z" fill="#fff" opacity=".75"/>` +
	`<path d="M-28-104l26-10M-18-89l26-11M-6-75l25-12M8-63l24-12" stroke="url(#g)" stroke-width="5.500" stroke-linecap="round"/>` +
	`<path d="M-84-117q24 9 48-2l3 7q-27 13-54 3z" fill="#000" opacity=".28"/>` +
	`<path d="M-100-26q-3 26 10 26H92q12 0 11-26z" fill="url(#g)"/><path d="M-101-12q0 12 11 12H92q10 0 11-14z" fill="#000" opacity=".12"/>` +
	`<path d="M-92-22H96" stroke="#000" stroke-width="1.500" stroke-dasharray="4 4" opacity=".2"/>`

const bag = `<path d="M-40-112q-4-76 40-76t40 76" stroke="url(#k)" stroke-width="9" fill="none" stroke-linecap="round"/>` +
	`<path d="M-74-118H74L92-14q2 14-12 14H-80q-14 0-12-14z" fill="url(#m)"/>` +
	`<path d="M-74-118H74l6 34q-40 26-80 26t-80-26z" fill="#000" opacity=".14"/><path d="M-76-122H76l6 34Q40-66 0-66t-82-22z" fill="url(#m)"/>` +
	`<rect x="-14" y="-82" width="28" height="30" rx="6" fill="url(#n)"/><circle cy="-64" r="4" fill="url(#k)"/>` +
	`<path d="M-62-116h16L-62-8h-18z" fill="#fff" opacity=".2"/>` +
	`<path d="M-84-14q84 12 168 0" stroke="#fff" stroke-width="1.500" stroke-dasharray="5 4" opacity=".5" fill="none"/>` +
	`<circle cx="-40" cy="-108" r="5" fill="url(#n)"/><circle cx="40" cy="-108" r="5" fill="url(#n)"/>`

const watch = `<path d="M-30-140l6-52q1-8 10-8h28q9 0 10 8l6 52zM-30-60l6 52q1 8 10 8h28q9 0 10-8l6-52z" fill="url(#m)"/>` +
	`<path d="M-14-196v52M14-196v52M-14-56v52M14-56v52" stroke="#fff" stroke-width="1.500" stroke-dasharray="4 3" opacity=".45"/>` +
	`<rect x="56" y="-108" width="10" height="16" rx="3" fill="url(#n)"/><circle cy="-100" r="60" fill="url(#n)"/>` +
	`<circle cy="-100" r="51" fill="url(#k)"/><circle cy="-100" r="47" fill="url(#g)"/>` +
	`<path d="M0-141v9M0-68v9M-41-100h9M32-100h9" stroke="url(#k)" stroke-width="4" stroke-linecap="round"/>` +
	`<path d="M0-100l-17-20M0-100l24-14" stroke="url(#k)" stroke-width="5" stroke-linecap="round"/><path d="M0-92l4-42" stroke="url(#m)" stroke-width="2"/>` +
	`<circle cy="-100" r="4.500" fill="url(#m)"/><path d="M-38-120q12-26 40-26l-34 70q-12-20-6-44z" fill="#fff" opacity=".35"/>`

const headphones = `<path d="M-78-62v-30q0-86 78-86t78 86v30" stroke="url(#m)" stroke-width="14" fill="none" stroke-linecap="round"/>` +
	`<path d="M-66-130q14-44 66-44t66 44" stroke="#fff" stroke-width="4" fill="none" opacity=".35" stroke-linecap="round"/>` +
	`<rect x="-72" y="-104" width="30" height="96" rx="15" fill="url(#k)"/><rect x="42" y="-104" width="30" height="96" rx="15" fill="url(#k)"/>` +
	`<path d="M-62-110q-40 0-40 54t40 54q8 0 8-10v-88q0-10-8-10zM62-110q40 0 40 54t-40 54q-8 0-8-10v-88q0-10 8-10z" fill="url(#m)"/>` +
	`<rect x="-92" y="-78" width="12" height="44" rx="6" fill="url(#n)"/><rect x="80" y="-78" width="12" height="44" rx="6" fill="url(#n)"/>` +
	`<path d="M-64-102q-16 4-20 16 12-8 22-6z" fill="#fff" opacity=".4"/>`

const sunglasses = `<path d="M-92-112q-22 4-26 30l-2 14M92-112q22 4 26 30l2 14" stroke="url(#k)" stroke-width="7" fill="none" stroke-linecap="round" opacity=".55"/>` +
	`<path d="M-106-108q4-14 20-14h58q18 0 22 12 6-6 12 0 4-12 22-12h58q16 0 20 14 6 108-54 108-50 0-52-70Q0-82 0-82t0 12Q-2 0-52 0q-60 0-54-108z" fill="url(#n)"/>` +
	`<path d="M-96-102q1-10 12-10h50q14 0 16 12 2 90-36 90-44 0-42-92zM96-102q-1-10-12-10H34q-14 0-16 12-2 90 36 90 44 0 42-92z" fill="url(#k)"/>` +
	`<path d="M-96-102q1-10 12-10h50q14 0 16 12 2 90-36 90-44 0-42-92zM96-102q-1-10-12-10H34q-14 0-16 12-2 90 36 90 44 0 42-92z" fill="url(#m)" opacity=".6"/>` +
	`<path d="M-82-106h26l-32 60q-10-24-8-48 0-12 14-12zM32-106h26L22-40q-6-24-4-50 0-16 14-16z" fill="#fff" opacity=".28"/>`

const backpack = `<path d="M-18-178q-2-22 18-22t18 22" stroke="url(#k)" stroke-width="8" fill="none"/>` +
	`<rect x="-92" y="-92" width="34" height="78" rx="14" fill="url(#n)"/><rect x="58" y="-92" width="34" height="78" rx="14" fill="url(#n)"/>` +
	`<path d="M-72-118q0-66 72-66t72 66V-20q0 20-20 20h-104q-20 0-20-20z" fill="url(#m)"/>` +
	`<path d="M-58-118q0-50 58-50t58 50" stroke="url(#k)" stroke-width="3" fill="none" opacity=".55"/>` +
	`<rect x="-52" y="-90" width="104" height="78" rx="14" fill="#000" opacity=".14"/><rect x="-52" y="-94" width="104" height="78" rx="14" fill="url(#n)"/>` +
	`<rect x="-42" y="-72" width="84" height="3" fill="url(#k)"/><rect x="20" y="-71" width="5" height="20" rx="2" fill="url(#k)"/>` +
	`<rect x="-16" y="-146" width="32" height="20" rx="4" fill="url(#g)"/><path d="M-64-116q2-44 36-56l4 6q-26 14-28 50v96q-8 0-12-8z" fill="#fff" opacity=".2"/>`
