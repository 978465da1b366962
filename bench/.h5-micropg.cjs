const {Client}=require('pg');
(async()=>{
 const c=new Client({connectionString:'postgres://root@127.0.0.1:5432/test'});await c.connect();
 const types={id:'text',storyKey:'integer',position:'integer',headline:'text',text:'text',statements:'text',isCollective:'boolean',url:'text',publishedAt:'text',isTruncated:'boolean'};
 const cols=Object.keys(types); const q=cols.map(x=>`"${x}"`).join();
 await c.query(`CREATE TEMP TABLE p(key serial primary key, ${cols.map(x=>`"${x}" ${types[x]}`)})`);
 const row=(i)=>({id:'P'+Math.random().toString(36).slice(2)+i,storyKey:i,position:i%6,headline:'x'.repeat(50),text:'word '.repeat(60),statements:JSON.stringify([{text:'word '.repeat(60),basis:'EXPLICIT'}]),isCollective:false,url:null,publishedAt:null,isTruncated:false});
 const rows=Array.from({length:600},(_,i)=>row(i));
 const V={
  elements:[`INSERT INTO p(${q}) SELECT ${cols.map(x=>`(value->>'${x}')::${types[x]}`)} FROM json_array_elements($1::json)`,()=>[JSON.stringify(rows)]],
  recordset:[`INSERT INTO p(${q}) SELECT ${q} FROM json_to_recordset($1::json) AS t(${cols.map(x=>`"${x}" ${types[x]}`)})`,()=>[JSON.stringify(rows)]],
  recordsetb:[`INSERT INTO p(${q}) SELECT ${q} FROM jsonb_to_recordset($1::jsonb) AS t(${cols.map(x=>`"${x}" ${types[x]}`)})`,()=>[JSON.stringify(rows)]],
  unnest:[`INSERT INTO p(${q}) SELECT * FROM unnest(${cols.map((x,i)=>`$${i+1}::${types[x]}[]`)})`,()=>cols.map(x=>rows.map(r=>r[x]))],
 };
 for(const [n,[text,p]] of Object.entries(V)){let b=1e9;for(let k=0;k<12;k++){await c.query('TRUNCATE p');const t=performance.now();await c.query({name:n,text,values:p()});b=Math.min(b,performance.now()-t);}console.log(n.padEnd(10),b.toFixed(2));}
 await c.end();
})();
