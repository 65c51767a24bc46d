package media

// A drawing stands on y = 0 and reaches up to about y = -200, 100 to either side of x = 0. It is filled with the gradients
// of the sheet, so that one drawing serves every palette.

const lamp = `<ellipse cy="-5" rx="40" ry="8" fill="url(#k)"/>` +
	`<rect x="-4" y="-112" width="8" height="106" rx="3" fill="url(#k)"/>` +
	`<path d="M-66-100L-104 0H104L66-100z" fill="#fff3c4" opacity=".2"/>` +
	`<path d="M-68-102q68 20 136 0L42-196q-42-9-84 0z" fill="url(#m)"/>` +
	`<ellipse cy="-102" rx="68" ry="9" fill="#fff1bd"/><ellipse cy="-196" rx="42" ry="6" fill="#000" opacity=".16"/>` +
	`<path d="M-50-112l20-80q6-2 12-2l-12 84z" fill="#fff" opacity=".22"/>` +
	`<rect x="51" y="-99" width="2" height="34" fill="url(#n)"/><circle cx="52" cy="-62" r="5" fill="url(#n)"/>`

const chair = `<path d="M-58-84L-80 0M58-84L80 0M-34-80L-44-8M34-80L44-8" stroke="url(#n)" stroke-width="9" stroke-linecap="round" fill="none"/>` +
	`<path d="M-70-84q-14-92 6-106 26-14 64-14t64 14q20 14 6 106z" fill="url(#m)"/>` +
	`<path d="M-52-92q-8-74 4-86 20-10 48-10t48 10q12 12 4 86z" fill="#fff" opacity=".13"/>` +
	`<path d="M-92-118q14-6 22 4l8 26h124l8-26q8-10 22-4 8 6 4 22-8 32-26 34H-70q-18-2-26-34-4-16 4-22z" fill="url(#m)"/>` +
	`<path d="M-70-62H70q10-1 18-12H-88q8 11 18 12z" fill="#000" opacity=".16"/>` +
	`<path d="M-62-98q62-14 124 0l-4 16H-58z" fill="#fff" opacity=".2"/>`

const plant = `<path d="M0-80Q-6-130-60-168q-6 46 22 74 16 14 38 14z" fill="url(#n)"/>` +
	`<path d="M0-80Q10-140 66-160q2 44-26 66-18 14-40 14z" fill="url(#n)"/>` +
	`<path d="M0-76q-34-60 0-128 36 66 0 128z" fill="url(#n)"/><path d="M0-76q-52 0-84-42 48-18 76 10 10 14 8 32z" fill="url(#n)"/>` +
	`<path d="M0-76q54 4 88-34-44-24-74 0-14 14-14 34z" fill="url(#n)"/>` +
	`<path d="M0-80v-112M-2-86q-20-44-52-74M2-86q24-46 58-66" stroke="#fff" stroke-width="1.500" opacity=".35" fill="none"/>` +
	`<path d="M-48-82h96l-10 74q-2 8-10 8h-56q-8 0-10-8z" fill="url(#m)"/><rect x="-54" y="-94" width="108" height="22" rx="6" fill="url(#m)"/>` +
	`<path d="M-54-74h108v5H-53z" fill="#000" opacity=".14"/><path d="M-34-66h10l6 58h-10z" fill="#fff" opacity=".25"/>`

const candle = `<path d="M0-196q-15 20-12 30 3 11 12 11t12-11q2-10-12-30z" fill="#ffb84d"/><path d="M0-180q-8 12-6 18 2 6 6 6t6-6q1-6-6-18z" fill="#fff3c4"/>` +
	`<circle cy="-170" r="62" fill="url(#l)"/><rect x="-2" y="-156" width="4" height="24" fill="url(#k)"/>` +
	`<path d="M-58-132H58V-12q0 12-12 12h-92q-12 0-12-12z" fill="url(#m)"/>` +
	`<ellipse cy="-132" rx="58" ry="10" fill="url(#g)"/><ellipse cy="-131" rx="48" ry="7" fill="url(#n)" opacity=".55"/>` +
	`<rect x="-38" y="-92" width="76" height="58" rx="4" fill="url(#g)"/>` +
	`<path d="M-20-74h40M-26-62h52M-14-50h28" stroke="url(#k)" stroke-width="4" stroke-linecap="round" opacity=".55"/>` +
	`<rect x="-50" y="-118" width="8" height="108" rx="4" fill="#fff" opacity=".35"/>`

const speaker = `<rect x="-64" y="-196" width="128" height="194" rx="22" fill="url(#m)"/><rect x="-54" y="-186" width="108" height="174" rx="15" fill="url(#k)"/>` +
	`<circle cy="-66" r="44" fill="url(#m)"/><circle cy="-66" r="37" fill="url(#k)"/><circle cy="-66" r="16" fill="url(#n)"/>` +
	`<circle cy="-66" r="27" fill="none" stroke="#fff" stroke-width="1.500" opacity=".25"/>` +
	`<circle cy="-146" r="24" fill="url(#m)"/><circle cy="-146" r="18" fill="url(#k)"/><circle cy="-146" r="7" fill="url(#n)"/>` +
	`<circle cx="40" cy="-20" r="3" fill="#9dffb0"/><path d="M-58-176q0-14 14-14h20v180h-20q-14 0-14-14z" fill="#fff" opacity=".13"/>` +
	`<path d="M-50-2h24v4h-24zM26-2h24v4H26z" fill="url(#k)"/>`
