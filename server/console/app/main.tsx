import { render } from 'preact';
import { watchAttention } from './api/attention.ts';
import { Console } from './shell/console.tsx';
import { savedTheme, showTheme } from './shell/theme.ts';

showTheme(savedTheme());
watchAttention(window);
const place = document.getElementById('console');
if (place) render(<Console />, place);
