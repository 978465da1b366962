const sqlite3=require('sqlite3');
const P=(f)=>new Promise((r,j)=>f((e,x)=>e?j(e):r(x)));
(async()=>{
 const db=await P(cb=>{const d=new sqlite3.Database('/tmp/h5/micro.db',e=>cb(e,d))});
 const exec=s=>P(cb=>db.exec(s,cb));
 await exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536; DROP TABLE IF EXISTS p; CREATE TABLE p(key integer primary key, id varchar, storyKey integer, position integer, headline text, text text, statements text, isCollective boolean, url text, publishedAt text, isTruncated boolean)`);
 const cols=['id','storyKey','position','headline','text','statements','isCollective','url','publishedAt','isTruncated'];
 const row=(i)=>({id:'P'+Math.random().toString(36).slice(2)+i,storyKey:i,position:i%6,headline:'x'.repeat(50),text:'word '.repeat(60),statements:JSON.stringify([{text:'word '.repeat(60),basis:'EXPLICIT'}]),isCollective:false,url:null,publishedAt:null,isTruncated:false});
 const rows=Array.from({length:600},(_,i)=>row(i));
 const variants={
  none:['SELECT count(*) FROM json_each(?1)',()=>[JSON.stringify(rows)]],
  obj:[`INSERT INTO p(${cols}) SELECT ${cols.map(c=>`value->>'$.${c}'`)} FROM json_each(?1)`,()=>[JSON.stringify(rows)]],
  objx:[`INSERT INTO p(${cols}) SELECT ${cols.map(c=>`value->>'${c}'`)} FROM json_each(?1)`,()=>[JSON.stringify(rows)]],
  arr:[`INSERT INTO p(${cols}) SELECT ${cols.map((c,i)=>`value->>${i}`)} FROM json_each(?1)`,()=>[JSON.stringify(rows.map(r=>cols.map(c=>r[c])))]],
  jsonb:[`INSERT INTO p(${cols}) SELECT ${cols.map((c,i)=>`value->>${i}`)} FROM jsonb_each(?1)`,()=>[JSON.stringify(rows.map(r=>cols.map(c=>r[c])))]],
  flat:[`INSERT INTO p(${cols}) SELECT ${cols.map((c,i)=>`max(CASE WHEN key%${cols.length}=${i} THEN atom END)`)} FROM json_each(?1) GROUP BY key/${cols.length}`,()=>[JSON.stringify(rows.flatMap(r=>cols.map(c=>r[c])))]],
  lead:[`INSERT INTO p(${cols}) SELECT ${cols.map((c,i)=>`c${i}`)} FROM (SELECT key k, ${cols.map((c,i)=>(i?`lead(atom,${i}) OVER w`:'atom')+` c${i}`)} FROM json_each(?1) WINDOW w AS (ORDER BY key ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)) WHERE k%${cols.length}=0`,()=>[JSON.stringify(rows.flatMap(r=>cols.map(c=>r[c])))]],
  params:[`INSERT INTO p(${cols}) VALUES ${rows.map((_,i)=>'('+cols.map((c,j)=>'?'+(i*cols.length+j+1))+')')}`,()=>rows.flatMap(r=>cols.map(c=>typeof r[c]==='boolean'?+r[c]:r[c]))],
  params100:[`INSERT INTO p(${cols}) VALUES ${rows.slice(0,100).map((_,i)=>'('+cols.map((c,j)=>'?'+(i*cols.length+j+1))+')')}`,()=>rows.slice(0,100).flatMap(r=>cols.map(c=>typeof r[c]==='boolean'?+r[c]:r[c])),6],
 };
 for(const [n,[sql,p,times=1]] of Object.entries(variants)){ let st; try{ st=await P(cb=>{const s=db.prepare(sql,e=>cb(e,s))}); }catch(e){console.log(n,e.message);continue}
  let best=1e9; for(let k=0;k<12;k++){ await exec('BEGIN; DELETE FROM p'); const t=performance.now(); for(let q=0;q<times;q++) await P(cb=>st.all(p(),cb)); best=Math.min(best,performance.now()-t); await exec('COMMIT'); }
  console.log(n.padEnd(10),best.toFixed(2),'ms'); st.finalize(); }
})();
