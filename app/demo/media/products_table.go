package media

const bottle = `<path d="M-44-8v-92q0-26 26-34h36q26 8 26 34v92q0 8-8 8h-72q-8 0-8-8z" fill="url(#m)"/>` +
	`<rect x="-16" y="-152" width="32" height="20" fill="url(#n)"/><rect x="-22" y="-200" width="44" height="50" rx="6" fill="url(#n)"/>` +
	`<path d="M-12-196v42M-2-196v42M8-196v42" stroke="#000" stroke-width="1.500" opacity=".15"/>` +
	`<rect x="-44" y="-92" width="88" height="58" fill="url(#g)"/>` +
	`<circle cy="-76" r="7" fill="url(#n)"/><path d="M-22-58h44M-15-48h30" stroke="url(#k)" stroke-width="4" stroke-linecap="round" opacity=".55"/>` +
	`<rect x="-36" y="-120" width="8" height="112" rx="4" fill="#fff" opacity=".38"/>`

const mug = `<path d="M44-112h22q30 0 30 36t-30 36H40v-16h22q18 0 18-20t-18-20H44z" fill="url(#m)"/>` +
	`<path d="M-70-136H54L48-22Q46 0 26 0h-68q-20 0-22-22z" fill="url(#m)"/>` +
	`<ellipse cx="-8" cy="-136" rx="62" ry="12" fill="url(#g)"/><ellipse cx="-8" cy="-134" rx="53" ry="8" fill="#5a3422"/>` +
	`<path d="M-69-104H52l-1 16H-68z" fill="url(#n)"/><path d="M-56-116h10l4 104q-8 0-10-8z" fill="#fff" opacity=".3"/>` +
	`<path d="M-30-152q-10-12 0-22t0-22M-4-152q-10-12 0-22t0-22M22-152q-10-12 0-22t0-22" stroke="#fff" stroke-width="4" stroke-linecap="round" fill="none" opacity=".45"/>`

const teapot = `<path d="M54-100q24 4 34-24 6-16 16-18l2 8q-8 6-10 22-6 42-40 50z" fill="url(#m)"/>` +
	`<path d="M-60-112q-44-6-44 34 0 36 46 36l-2-14q-30 0-30-22 0-24 30-20z" fill="url(#n)"/>` +
	`<path d="M-70-76q0-56 70-56t70 56q0 42-34 66-8 10-36 10t-36-10q-34-24-34-66z" fill="url(#m)"/>` +
	`<path d="M-40-128q4-22 40-22t40 22q-40 12-80 0z" fill="url(#m)"/><path d="M-41-129q41 13 82 0l2 6q-43 14-86 0z" fill="#000" opacity=".18"/>` +
	`<circle cy="-160" r="11" fill="url(#n)"/><path d="M-56-80q2-30 26-40 6 0 4 6-16 14-18 40-2 10-8 8-4-2-4-14z" fill="#fff" opacity=".35"/>` +
	`<path d="M-34-6h68l-4 6h-60z" fill="#000" opacity=".2"/>`

const perfume = `<rect x="-20" y="-196" width="40" height="46" rx="5" fill="url(#k)"/><rect x="-14" y="-152" width="28" height="16" fill="url(#n)"/>` +
	`<rect x="-62" y="-138" width="124" height="138" rx="14" fill="url(#g)"/><path d="M-54-84H54v66q0 10-10 10h-88q-10 0-10-10z" fill="url(#m)" opacity=".88"/>` +
	`<path d="M-54-84q27 7 54 0t54 0v8H-54z" fill="#fff" opacity=".35"/><path d="M0-134v88" stroke="#fff" stroke-width="2" opacity=".6"/>` +
	`<rect x="-30" y="-72" width="60" height="44" rx="2" fill="url(#g)"/><path d="M-16-56h32M-10-45h20" stroke="url(#k)" stroke-width="3.500" stroke-linecap="round" opacity=".6"/>` +
	`<path d="M-56-124h12v110h-12z" fill="#fff" opacity=".4"/><rect x="-14" y="-190" width="6" height="36" rx="3" fill="#fff" opacity=".3"/>`

const notebook = `<path d="M-58-6h118q8 0 8-8v-4h-126z" fill="url(#k)"/><rect x="-62" y="-192" width="126" height="184" rx="8" fill="url(#m)"/>` +
	`<path d="M-62-184q0-8 8-8h14V-8h-14q-8 0-8-8z" fill="#000" opacity=".2"/>` +
	`<path d="M-52-8H60v5H-48q-6 0-4-5z" fill="#fffaf0"/><rect x="38" y="-192" width="8" height="188" fill="url(#n)"/>` +
	`<rect x="-26" y="-158" width="52" height="34" rx="3" fill="url(#g)"/><path d="M-16-146h32M-16-136h20" stroke="url(#k)" stroke-width="3" stroke-linecap="round" opacity=".6"/>` +
	`<path d="M-6-8v22l7-7 7 7V-8z" fill="url(#n)"/><path d="M-38-190h52L-38-70z" fill="#fff" opacity=".13"/>`
