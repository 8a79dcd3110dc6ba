#!/usr/bin/env node
console.log('stridelab');
